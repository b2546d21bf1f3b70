import { calendarDate, type CalendarDate } from '../kernel/calendar/calendar-date.js';
import { schoolYearOf } from '../kernel/calendar/school-year.js';
import type { InstitutionKind } from '../institutions/vocabulary.js';
import type { DemoCity } from './demo-rows.js';
import { Measuring } from './measuring.js';
import { Random } from './random.js';
import { Rhythm, type SchoolHoliday } from './rhythm.js';
import type { TestCatalogue } from './test-catalogue.js';
import type { Measurements } from './test-rows.js';
import { childrenOf, daysOf, type TestHouse } from './test-waves.js';

/** So many houses of each kind do tests. */
const HOUSES: Readonly<Record<InstitutionKind, number>> = { kita: 20, school: 10 };

export interface MeasurementsPlan {
  seed: string;
  today: CalendarDate;
  holidays: readonly SchoolHoliday[];
  catalogue: TestCatalogue;
}

/**
 * Children under codes, their parents' consents and three rounds of tests in some houses of the demo city, all of it invented: values are
 * drawn from the norms at each child's age and sex, with what a child can do, what the day brings and a small gain, and are derived and
 * scored by the product's own rules.
 */
export function makeMeasurements(
  city: DemoCity,
  { seed, today, holidays, catalogue }: MeasurementsPlan,
): Measurements {
  const rows: Measurements = {
    ...{ children: [], consents: [], testDays: [], testDayGroups: [] },
    ...{ assessments: [], results: [], trials: [], scores: [] },
  };
  const running = schoolYearOf(today);
  const rhythm = new Rhythm(holidays);
  for (const house of testHouses(city, calendarDate(`${running - 1}-09-01`))) {
    const random = new Random(`${seed}/tests ${house.institution.short_code}`);
    const children = childrenOf(random.branch('children'), house, running);
    const days = daysOf(random.branch('days'), house, running, rhythm, today);
    rows.children.push(...children.map(({ row }) => row));
    rows.consents.push(...children.flatMap(({ consent }) => consent ?? []));
    const measuring = new Measuring(random.branch('measuring'), house, catalogue, rows);
    for (const day of days) measuring.measure(day, children);
  }
  return rows;
}

/** Kitas and schools that were with the programme before the last school year and still are; the example house is the first. */
function testHouses(city: DemoCity, before: CalendarDate): TestHouse[] {
  const current = new Set(
    city.participations
      .filter(({ status, started_on }) => status === 'active' && started_on !== null && started_on < before)
      .map(({ institution_id }) => institution_id),
  );
  const groups = byHouse(city.groups);
  const educators = byHouse(
    city.accountRoles.flatMap(({ role, institution_id, account_id }) =>
      role === 'educator' && institution_id ? [{ institution_id, account_id }] : [],
    ),
  );
  return (['kita', 'school'] as const).flatMap((kind) =>
    city.institutions
      .filter((institution) => institution.kind === kind && current.has(institution.id))
      .slice(0, HOUSES[kind])
      .map((institution, index) => ({
        ...{ institution, index, groups: groups.get(institution.id) ?? [] },
        educator: educators.get(institution.id)?.[0]?.account_id ?? '',
        example: kind === 'kita' && index === 0,
      })),
  );
}

function byHouse<T extends { institution_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const houses = new Map<string, T[]>();
  for (const row of rows) {
    const own = houses.get(row.institution_id);
    if (own) own.push(row);
    else houses.set(row.institution_id, [row]);
  }
  return houses;
}
