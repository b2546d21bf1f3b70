import { texts } from '../../texts/de';
import {
  addDays,
  type DateString,
  formatDate,
  formatDayMonth,
  formatInteger,
  formatMonth,
} from '../../ui/format';
import { weekNumber } from '../../ui/iso-week';
import type { OverviewWeek } from './queries';

const words = texts.overview.weeks;

/** From Monday to Sunday. */
const LAST_DAY = 6;

/** "KW 45 (02.11. bis 06.11.)": Monday to Friday. */
export function weekInWords({ week, monday }: Pick<OverviewWeek, 'week' | 'monday'>): string {
  return words.weekOf(weekNumber(week), formatDayMonth(monday), formatDayMonth(addDays(monday, 4)));
}

/** The finding in words: the usual school week and the busiest one. */
export function summaryOf(weeks: readonly OverviewWeek[]): string {
  const schoolWeeks = weeks.filter(({ holiday }) => !holiday);
  const sum = schoolWeeks.reduce((total, { activities }) => total + activities, 0);
  const most = weeks.reduce<OverviewWeek | null>(
    (best, week) => (best && best.activities >= week.activities ? best : week),
    null,
  );
  if (!most || schoolWeeks.length === 0) return '';
  const average = words.average(formatInteger(sum / schoolWeeks.length));
  return `${average}, ${words.most(formatInteger(most.activities), formatDate(most.monday))}.`;
}

/** The week is not over: its number still grows. */
export function isRunning({ monday }: OverviewWeek, today: DateString): boolean {
  return addDays(monday, LAST_DAY) >= today;
}

/** What a week of the year is compared with: 52 weeks are as near to a year as whole weeks come. */
const A_YEAR = 364;

/** The same week one year before, null where it is not known. */
export function weekBefore(
  { monday }: OverviewWeek,
  before: readonly OverviewWeek[] | undefined,
): OverviewWeek | null {
  const wanted = addDays(monday, -A_YEAR);
  return before?.find((week) => week.monday === wanted) ?? null;
}

/** The first week of each month bears its name. */
export function monthTicks(weeks: readonly OverviewWeek[]): ReadonlyMap<number, string> {
  const ticks = new Map<number, string>();
  weeks.forEach(({ monday }, index) => {
    const before = weeks[index - 1]?.monday;
    if (before && before.slice(5, 7) !== monday.slice(5, 7)) ticks.set(index, formatMonth(monday));
  });
  return ticks;
}
