import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { MODULE_FORMATS, type ModuleFormat } from '../../programme/vocabulary.js';
import { FORMAT_WORDS } from '../exports/words.js';
import { type City, houses } from '../overview/houses.sql.js';
import type { ModuleLine } from './annual-figures.js';

interface CountedModule extends Omit<ModuleLine, 'title'> {
  format: ModuleFormat;
  focusArea: string;
  /** Of the focus area. */
  title: string;
  position: number;
}

/**
 * What became of the modules that were planned, by format and by focus area? Planned are the same ones as of the figure `modules_delivered`:
 * their planned day lies in the period and has come.
 */
export async function listModules(
  database: Database,
  city: City,
): Promise<{ formats: ModuleLine[]; focusAreas: ModuleLine[] }> {
  const parameters = new Parameters();
  const rows = await database.query<CountedModule>(
    `with ${houses(city, parameters)}
     select m.format, f.code as "focusArea", f.title, f.position, count(*)::int as planned,
       (count(*) filter (where b.state = 'delivered'))::int as delivered,
       (count(*) filter (where b.state = 'cancelled'))::int as cancelled
     from module_bookings b join houses h on h.id = b.institution_id join modules m on m.id = b.module_id
       join focus_areas f on f.code = m.focus_area
     where b.state <> 'wished' and b.planned_on between ${parameters.add(city.period.from)}::date
       and ${parameters.add(city.period.asOf)}::date
     group by m.format, f.code, f.title, f.position`,
    parameters.values,
  );
  const areas = [...rows].sort((a, b) => a.position - b.position).map(({ focusArea }) => focusArea);
  const titles = new Map(rows.map(({ focusArea, title }) => [focusArea, title]));
  return {
    formats: MODULE_FORMATS.map((format) =>
      sumOf(
        FORMAT_WORDS[format],
        rows.filter((row) => row.format === format),
      ),
    ),
    focusAreas: [...new Set(areas)].map((area) =>
      sumOf(
        titles.get(area) ?? area,
        rows.filter((row) => row.focusArea === area),
      ),
    ),
  };
}

function sumOf(title: string, rows: CountedModule[]): ModuleLine {
  const line: ModuleLine = { title, planned: 0, delivered: 0, cancelled: 0 };
  for (const row of rows) {
    line.planned += row.planned;
    line.delivered += row.delivered;
    line.cancelled += row.cancelled;
  }
  return line;
}
