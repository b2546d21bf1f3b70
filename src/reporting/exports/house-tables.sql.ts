import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { firstDayOf, lastDayOf } from '../../kernel/calendar/school-year.js';
import { type Column, code, id, type Table, text, typed } from './columns.js';
import type { ExportGroupsDto, ExportProgrammeDto } from './export.dto.js';
import { HOUSE_COLUMNS, houseConditions, joinHouse } from './house-rows.sql.js';
import { Literals } from './literals.js';
import { DUTY_WORDS, STATUS_WORDS } from './words.js';

type TableOf<Query> = (query: Query, today: CalendarDate) => Table;

interface HouseTable {
  columns: Column[];
  /** The table and its short name. */
  table: string;
  alias: string;
  joins?: string;
  /** Of the rows that are asked for, beyond the house. */
  where: (query: ExportProgrammeDto, literals: Literals) => string;
  order: string;
}

/** Rows of houses, each with the house that it belongs to, by the names of houses. */
function houseTable({
  columns,
  table,
  alias,
  joins = '',
  where,
  order,
}: HouseTable): TableOf<ExportProgrammeDto> {
  return (query, today) => {
    const literals = new Literals();
    const { schoolYear: _, ...houses } = query;
    return {
      columns: [...HOUSE_COLUMNS, ...columns],
      from: `from ${table} ${alias} ${joinHouse(`${alias}.institution_id`, query, today, literals)} ${joins}
        where ${houseConditions(houses, 'null', literals)} and ${where(query, literals)} order by i.name, i.id, ${order}`,
    };
  };
}

/** Days from `first` to `last` (SQL; null: open) touch the school year, if one is asked for. */
const touches =
  (first: string, last: string) =>
  ({ schoolYear }: ExportProgrammeDto, literals: Literals): string =>
    schoolYear === undefined
      ? 'true'
      : `coalesce(${first}, '-infinity') <= ${literals.add(lastDayOf(schoolYear))}::date
         and coalesce(${last}, 'infinity') >= ${literals.add(firstDayOf(schoolYear))}::date`;

const ofYear =
  (column: string) =>
  ({ schoolYear }: ExportProgrammeDto, literals: Literals): string =>
    schoolYear === undefined ? 'true' : `${column} = ${literals.add(schoolYear)}::int`;

export const participationTable = houseTable({
  columns: [
    id('id', 'p.id'),
    code({ name: 'status', title: 'Stand', sql: 'p.status', width: 16 }, STATUS_WORDS),
    typed('date', 'started_on', 'Teilnahme seit', 'p.started_on'),
    typed('date', 'ended_on', 'Teilnahme bis', 'p.ended_on'),
    text('reason', 'Grund', 'p.reason', 40),
  ],
  ...{ table: 'participations', alias: 'p' },
  where: touches('p.started_on', 'p.ended_on'),
  order: 'p.started_on nulls first, p.id',
});

const groups = houseTable({
  columns: [
    id('id', 'g.id'),
    text('group_name', 'Gruppe / Klasse', 'g.name', 20),
    typed('whole', 'school_year', 'Schuljahr ab', 'g.school_year'),
    typed('whole', 'group_size', 'Gruppengröße', 'g.size'),
    typed('flag', 'archived', 'Archiviert', 'g.archived_at is not null'),
  ],
  ...{ table: 'groups', alias: 'g' },
  where: (query, literals) => {
    const { archived } = query as ExportGroupsDto;
    const open = archived === undefined ? 'true' : `(g.archived_at is not null) = ${String(archived)}`;
    return `${ofYear('g.school_year')(query, literals)} and ${open}`;
  },
  order: '-g.school_year, g.name, g.id',
});
export const groupTable: TableOf<ExportGroupsDto> = groups;

export const groupSizeTable = houseTable({
  columns: [
    id('group_id', 'g.id'),
    text('group_name', 'Gruppe / Klasse', 'g.name', 20),
    typed('whole', 'school_year', 'Schuljahr ab', 'g.school_year'),
    typed('date', 'valid_from', 'Gültig ab', 's.valid_from'),
    typed('whole', 'group_size', 'Gruppengröße', 's.size'),
  ],
  ...{ table: 'group_sizes', alias: 's' },
  joins: 'join groups g on g.institution_id = s.institution_id and g.id = s.group_id',
  where: ofYear('g.school_year'),
  order: 'g.name, g.id, s.valid_from',
});

export const closingDayTable = houseTable({
  columns: [
    id('id', 'k.id'),
    typed('date', 'first_day', 'Erster Tag', 'k.first_day'),
    typed('date', 'last_day', 'Letzter Tag', 'k.last_day'),
    typed('whole', 'days', 'Tage', 'k.last_day - k.first_day + 1'),
    text('reason', 'Grund', 'k.reason', 36),
  ],
  ...{ table: 'closing_days', alias: 'k' },
  where: touches('k.first_day', 'k.last_day'),
  order: 'k.first_day, k.id',
});

/** Sums as they are kept: a week ends at the end of a month, so that weeks, months and years are all sums of rows. */
export const activityWeekTable = houseTable({
  columns: [
    typed('date', 'week', 'Woche ab', 'w.week'),
    { ...text('focus_area', 'Schwerpunkt', 'w.focus_area', 26), spoken: 'f.title' },
    typed('whole', 'activities', 'Aktivitäten', 'w.activities'),
    typed('whole', 'on_time', 'Rechtzeitig eingetragen', 'w.on_time'),
    typed('whole', 'minutes', 'Minuten', 'w.minutes'),
  ],
  ...{ table: 'activity_weeks', alias: 'w' },
  joins: 'join focus_areas f on f.code = w.focus_area',
  where: ({ schoolYear }, literals) =>
    schoolYear === undefined
      ? 'w.activities > 0'
      : `w.activities > 0 and w.week between ${literals.add(firstDayOf(schoolYear))}::date and ${literals.add(lastDayOf(schoolYear))}::date`,
  order: 'w.week, w.focus_area',
});

/** How many people work in a house, never who. Functions only where the staff's own policies show the people. */
export const staffCountTable = houseTable({
  columns: [
    code({ name: 'function', title: 'Funktion', sql: 'p.function', width: 14 }, DUTY_WORDS),
    typed('whole', 'people', 'Personen', 'p.people'),
  ],
  table: `(select x.institution_id, m.function, count(distinct x.staff_member_id) as people
    from staff_positions x left join staff_members m on m.id = x.staff_member_id
    where coalesce(x.since, '-infinity') <= app_today() and coalesce(x.until, 'infinity') >= app_today() group by x.institution_id, m.function)`,
  alias: 'p',
  where: () => 'true',
  order: 'p.function nulls last',
});
