import type { InstitutionKind } from '../institutions/vocabulary.js';
import { addDays, isoWeekday } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import { publicHolidays } from './public-holidays.js';

/** A row of `school_holidays`; both days belong to it. */
export interface SchoolHoliday {
  name: string;
  firstDay: CalendarDate;
  lastDay: CalendarDate;
}

/** In which half of the summer holidays a Kita closes for three weeks. */
export type SummerClosing = 'first' | 'last';

const CLOSED_DAYS = 21;
/** Half of the children are at home: a Kita open in the holidays notes little. */
const KITA_IN_HOLIDAYS = 0.12;
/** Monday to Friday: the middle of the week is the time for projects, on Friday people go home early. */
const WEEKDAYS = [0.9, 1.1, 1.2, 1.05, 0.75];
/** January to December: parties and sports days in early summer, new groups in August and September, Advent in December. */
const MONTHS = [0.95, 1, 1, 1, 1.15, 1.2, 0.9, 0.6, 0.85, 1.05, 1.05, 0.8];

/** Which days are busy, quiet or empty, for Kitas and for schools. */
export class Rhythm {
  /** What was asked once is kept: every house asks about every day. */
  private readonly freeYears = new Map<string, ReadonlySet<CalendarDate>>();
  private readonly seasons = new Map<CalendarDate, number>();

  constructor(private readonly holidays: readonly SchoolHoliday[]) {}

  /** 0 on a closed day, about 1 on an ordinary one, more on a busy one. */
  paceOn(date: CalendarDate, kind: InstitutionKind, closing: SummerClosing): number {
    const season = this.seasonOn(date);
    if (season === 0) return 0;
    const holiday = this.schoolHoliday(date);
    if (!holiday) return season;
    return kind === 'kita' && !isClosed(holiday, date, closing) ? season * KITA_IN_HOLIDAYS : 0;
  }

  /** Monday to Friday, and no public holiday. */
  isWorkday(date: CalendarDate): boolean {
    return isoWeekday(date) <= 5 && !this.publicHolidaysOf(date.slice(0, 4)).has(date);
  }

  /** A workday outside the school holidays. */
  isSchoolDay(date: CalendarDate): boolean {
    return this.isWorkday(date) && !this.schoolHoliday(date);
  }

  /** The day itself if it is a school day, else the next one. */
  schoolDayFrom(date: CalendarDate): CalendarDate {
    let day = date;
    while (!this.isSchoolDay(day)) day = addDays(day, 1);
    return day;
  }

  /** The latest day with `count` school days between it and `today` (exclusive, inclusive). */
  schoolDaysBefore(today: CalendarDate, count: number): CalendarDate {
    let day = today;
    for (let left = count; left > 0; day = addDays(day, -1)) {
      if (this.isSchoolDay(day)) left--;
    }
    return day;
  }

  private seasonOn(date: CalendarDate): number {
    let season = this.seasons.get(date);
    if (season === undefined) {
      const usual = (WEEKDAYS[isoWeekday(date) - 1] ?? 0) * (MONTHS[Number(date.slice(5, 7)) - 1] ?? 0);
      this.seasons.set(date, (season = this.isWorkday(date) ? usual : 0));
    }
    return season;
  }

  private schoolHoliday(date: CalendarDate): SchoolHoliday | undefined {
    return this.holidays.find(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
  }

  private publicHolidaysOf(year: string): ReadonlySet<CalendarDate> {
    let days = this.freeYears.get(year);
    if (!days) this.freeYears.set(year, (days = new Set(publicHolidays(Number(year)))));
    return days;
  }
}

/** Between the years every Kita is closed, in summer for three weeks. */
function isClosed(holiday: SchoolHoliday, date: CalendarDate, closing: SummerClosing): boolean {
  if (holiday.name === 'Weihnachtsferien') return true;
  if (holiday.name !== 'Sommerferien') return false;
  return closing === 'first'
    ? date < addDays(holiday.firstDay, CLOSED_DAYS)
    : date > addDays(holiday.lastDay, -CLOSED_DAYS);
}
