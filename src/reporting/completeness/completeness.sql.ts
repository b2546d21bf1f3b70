import type { Database } from '../../database/database.js';
import { districtsOn } from '../../institutions/districts/district-history.sql.js';
import { Parameters } from '../../institutions/institution-filter.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { CursorKey, CursorPart } from '../../kernel/page/cursor.js';
import { type City, districtDay, housesAlone } from '../overview/houses.sql.js';
import type { Period } from '../overview/period.js';
import { expectedWeeks } from '../reports/expected-weeks.sql.js';
import type {
  CompletenessDto,
  CompletenessRowDto,
  CompletenessSort,
  MonthCountsDto,
} from './completeness.dto.js';

/** Which houses, and the day by which weeks are over. */
export interface CompletenessQuestion {
  city: City<Period>;
  today: CalendarDate;
  /** Only these of them. */
  only?: readonly string[];
}

const COUNTS = `count(*)::int as expected, (count(*) filter (where w.reported))::int as reported,
  (count(*) filter (where w.on_time))::int as on_time`;
const SUMS = `coalesce(sum(m.expected), 0)::int as expected, coalesce(sum(m.reported), 0)::int as reported,
  coalesce(sum(m.on_time), 0)::int as on_time`;
const MONTH = `jsonb_build_object('month', m.month, 'expected', m.expected, 'reported', m.reported, 'onTime', m.on_time)`;

/**
 * How completely houses report, as common table expressions to follow WITH:
 * `house_months` (house, month, weeks expected, reported, on time) and `completeness` (each participating house with its sums and its
 * `months` as JSON; `rate` in millionths, null where no week was expected yet).
 */
export function completeness({ city, today, only }: CompletenessQuestion, parameters: Parameters): string {
  const chosen = only === undefined ? 'true' : `h.id = any (${parameters.add(only)}::uuid[])`;
  return `${housesAlone(city, parameters)},
    observed as (select h.* from houses h where h.participating and ${chosen}),
    ${expectedWeeks({ houses: 'observed', period: city.period, today }, parameters)},
    house_months as (
      select w.institution_id, to_char(w.thursday, 'YYYY-MM') as month, ${COUNTS}
      from expected_weeks w group by 1, 2),
    house_sums as (
      select m.institution_id, ${SUMS}, jsonb_agg(${MONTH} order by m.month) as months
      from house_months m group by 1),
    completeness as (
      select h.id, h.name, h.kind, d.name as district_name, coalesce(s.expected, 0) as expected,
        coalesce(s.reported, 0) as reported, coalesce(s.on_time, 0) as on_time, coalesce(s.months, '[]') as months,
        round(s.reported * 1000000.0 / nullif(s.expected, 0))::int as rate
      from observed h join ${districtsOn(districtDay(city, parameters))} d on d.id = h.district_id
        left join house_sums s on s.institution_id = h.id)`;
}

interface Order {
  /** Key columns, the id last. */
  by: string[];
  types: CursorPart[];
  direction: 'asc' | 'desc';
  keyOf: (row: RatedRow) => (string | number)[];
}

export type RatedRow = CompletenessRowDto & { key: number };

/** After all rates, in both directions. */
const NO_RATE = 1_000_001;
const BY_NAME = { by: ['c.name', 'c.id'], types: ['text', 'uuid'] as CursorPart[] };
const BY_DISTRICT = { by: ['c.district_name', ...BY_NAME.by], types: ['text' as const, ...BY_NAME.types] };
const nameOf = ({ name, institutionId }: RatedRow): string[] => [name, institutionId];
const districtOf = (row: RatedRow): string[] => [row.districtName, ...nameOf(row)];
// Negated where the highest comes first, so that the whole key ascends and houses without a rate stay last.
const byRate = (rate: string): Order => ({
  by: [`coalesce(${rate}, ${NO_RATE})`, ...BY_NAME.by],
  types: ['int', ...BY_NAME.types],
  direction: 'asc',
  keyOf: (row) => [row.key, ...nameOf(row)],
});

const ORDERS: Record<CompletenessSort, Order> = {
  name: { ...BY_NAME, direction: 'asc', keyOf: nameOf },
  '-name': { ...BY_NAME, direction: 'desc', keyOf: nameOf },
  district: { ...BY_DISTRICT, direction: 'asc', keyOf: districtOf },
  '-district': { ...BY_DISTRICT, direction: 'desc', keyOf: districtOf },
  rate: byRate('c.rate'),
  '-rate': byRate('-c.rate'),
};

export const orderOf = (sort: CompletenessSort = 'name'): Order => ORDERS[sort];

const LAST_REMINDER = `(select max(r.reminded_on) from activity_reminders r where r.institution_id = c.id)`;

/** Which houses lack what? One page of them, in the order asked for. */
export async function listCompleteness(
  database: Database,
  question: CompletenessQuestion,
  { sort, after, limit }: { sort?: CompletenessSort; after: CursorKey | null; limit: number },
): Promise<RatedRow[]> {
  const parameters = new Parameters();
  const { by, types, direction } = orderOf(sort);
  const key = after?.map((value, i) => `${parameters.add(value)}::${types[i] ?? 'text'}`);
  const beyond = key ? `(${by.join(', ')}) ${direction === 'asc' ? '>' : '<'} (${key.join(', ')})` : 'true';
  return database.query<RatedRow>(
    `with ${completeness(question, parameters)}
     select c.id as "institutionId", c.name, c.kind, c.district_name as "districtName", c.expected, c.reported,
       c.on_time as "onTime", c.months, ${LAST_REMINDER}::text as "remindedOn",
       coalesce(${sort === '-rate' ? '-' : ''}c.rate, ${NO_RATE}) as key
     from completeness c where ${beyond}
     order by ${by.map((column) => `${column} ${direction}`).join(', ')} limit ${parameters.add(limit)}`,
    parameters.values,
  );
}

/** How complete are all of them together, month by month? */
export async function countCompleteness(
  database: Database,
  question: CompletenessQuestion,
): Promise<Pick<CompletenessDto, 'houses' | 'months'>> {
  const parameters = new Parameters();
  const rows = await database.query<{ houses: number } & (MonthCountsDto | { month: null })>(
    `with ${completeness(question, parameters)},
     month_sums as (select m.month, ${SUMS} from house_months m group by 1)
     select (select count(*) from completeness)::int as houses, m.month, m.expected, m.reported, m.on_time as "onTime"
     from (values (1)) one left join month_sums m on true order by m.month`,
    parameters.values,
  );
  return {
    houses: rows[0]?.houses ?? 0,
    months: rows.flatMap(({ houses: _, ...counts }) => (counts.month === null ? [] : [counts])),
  };
}
