import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { MODULE_FORMATS } from '../../programme/vocabulary.js';
import { type City, housesAlone } from './houses.sql.js';
import type { FormatFiguresDto, ModuleFiguresDto } from './programme.dto.js';

/** Which modules took place in the period, by format, and how many parents came? Headcounts, so that who came twice counts twice. */
export async function listFormats(database: Database, city: City): Promise<FormatFiguresDto[]> {
  const parameters = new Parameters();
  const rows = await database.query<FormatFiguresDto>(
    `with ${housesAlone(city, parameters)}
     select m.format, count(*)::int as delivered, coalesce(sum(b.parents), 0)::int as parents
     from module_bookings b join houses h on h.id = b.institution_id join modules m on m.id = b.module_id
     where b.state = 'delivered' and b.delivered_on between ${parameters.add(city.period.from)}::date
       and ${parameters.add(city.period.asOf)}::date
     group by m.format`,
    parameters.values,
  );
  return MODULE_FORMATS.map(
    (format) => rows.find((row) => row.format === format) ?? { format, delivered: 0, parents: 0 },
  );
}

/**
 * How many of the modules that were planned took place? Those whose planned day lies in the period and has come, cancelled ones among them.
 * (Fidelity, of the RE-AIM figures.)
 */
export async function countModules(database: Database, city: City): Promise<ModuleFiguresDto> {
  const parameters = new Parameters();
  const [row] = await database.query<ModuleFiguresDto>(
    `with ${housesAlone(city, parameters)}
     select count(*)::int as planned, (count(*) filter (where b.state = 'delivered'))::int as delivered
     from module_bookings b join houses h on h.id = b.institution_id
     where b.state <> 'wished' and b.planned_on between ${parameters.add(city.period.from)}::date
       and ${parameters.add(city.period.asOf)}::date`,
    parameters.values,
  );
  return row ?? { planned: 0, delivered: 0 };
}
