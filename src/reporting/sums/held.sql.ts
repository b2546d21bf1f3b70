import type { Parameters } from '../../institutions/institution-filter.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Span } from '../overview/period.js';

/*
 * What a house did, as relations for a FROM: from sums where there are any for the days, from activities for the rest
 * (docs/decisions/0030-sums.md). `house` holds the id of the house: read house by house (lateral, and grouped or added up there),
 * for then neither other houses nor other cities cost anything.
 */

const LAST_DAY_OF_A_WEEK = 6;

interface When {
  period: Span;
  /** Null: the period stands at today. */
  districtsOn: CalendarDate | null;
}

/** The Monday of a day's ISO week, as SQL. Whole days since a Monday, the first day there is, cost a fifth of `date_trunc`. */
export function mondayOf(day: string): string {
  return `${day} - (${day} - date '0001-01-01') % 7`;
}

/** Activities (`activities a`) of the house that are not deleted. */
function entered(house: string): string {
  return `activities a where a.institution_id = ${house} and a.deleted_at is null`;
}

/**
 * `group_id`, `focus_area`, `activities`, `minutes` in the period, in one or more rows to be added up; a sum can be nothing.
 *
 * A school year reads its sums. So does the running one: they are all that was held, without what was held after its day, which is nothing
 * unless a clock goes wrong. Other days read the activities.
 */
export function heldByGroup(house: string, { period, districtsOn }: When, parameters: Parameters): string {
  const { schoolYear, from, to, asOf } = period;
  const isOver = asOf === to;
  if (schoolYear === null || !(isOver || districtsOn === null)) {
    return `(select a.group_id, a.focus_area, 1 as activities, a.minutes::int from ${entered(house)}
      and a.held_on between ${parameters.add(from)}::date and ${parameters.add(asOf)}::date)`;
  }
  const year = `select y.group_id, y.focus_area, y.activities, y.minutes from activity_years y
    where y.institution_id = ${house} and y.school_year = ${parameters.add(schoolYear)}::int`;
  if (isOver) return `(${year})`;
  return `(${year} union all select a.group_id, a.focus_area, -1, -a.minutes from ${entered(house)}
    and a.held_on > ${parameters.add(asOf)}::date and a.held_on <= ${parameters.add(to)}::date)`;
}

/**
 * `week` (its first day, a week being cut where a month ends, and with it a school year), `focus_area`, `activities`, `minutes` of the days up
 * to the period's day, in one or more rows to be added up; a sum can be nothing. The days are a school year, or whole weeks.
 */
export function heldByWeek(house: string, { period }: { period: Span }, parameters: Parameters): string {
  const [from, asOf] = [`${parameters.add(period.from)}::date`, `${parameters.add(period.asOf)}::date`];
  const weeks = `select w.week, w.focus_area, w.activities, w.minutes from activity_weeks w
    where w.institution_id = ${house} and w.week between ${from} and ${asOf}`;
  if (period.asOf === period.to) return `(${weeks})`;
  return `(${weeks} union all select activity_week(a.held_on), a.focus_area, -1, -a.minutes from ${entered(house)}
    and a.held_on > ${asOf} and a.held_on <= ${asOf} + ${LAST_DAY_OF_A_WEEK} and activity_week(a.held_on) between ${from} and ${asOf})`;
}
