import { addDays, daysBetween, isoWeekday, mondayOf } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import { schoolYearOf } from '../kernel/calendar/school-year.js';
import type { ActivityRow, GroupRow } from './demo-rows.js';
import { makeEntry } from './entry.js';
import { makeHabits } from './habits.js';
import type { Habits } from './habits.js';
import type { Member } from './participation.js';
import type { Random } from './random.js';
import type { Rhythm } from './rhythm.js';
import { Weeks } from './weeks.js';

/** Everything about one house that its activities depend on. */
export interface House {
  member: Member;
  groups: readonly GroupRow[];
  /** The accounts that note activities. */
  educators: readonly string[];
}

export interface Present {
  today: CalendarDate;
  /** Every day of the city's history up to today. */
  days: readonly CalendarDate[];
  rhythm: Rhythm;
}

/** What a house does more every school year than in the one before, as a share of today's. */
const YEARLY_GROWTH = 0.12;
/** A house needs some weeks to find its way: from `RUN_IN_START` of its usual pace to all of it. */
const RUN_IN_DAYS = 60;
const RUN_IN_START = 0.3;
const MOVEMENT_DAY = 1.5;
const OTHER_DAYS = 0.88;
const SILENT_GROUPS = 0.1;
const MAIN_AUTHOR = 0.85;
/** Today has only begun. */
const SHARE_OF_TODAY = 0.25;
const MOST = 0.9;

/** The activities of one house, day by day. */
export class Diary {
  private readonly habits: Habits;
  private readonly weeks: Weeks;
  /** How eager each group is, by its id: 0 for one that never takes part, about 1 for most. */
  private readonly zest = new Map<string, number>();

  constructor(
    private readonly random: Random,
    private readonly house: House,
    private readonly present: Present,
  ) {
    const { institution, example } = house.member;
    this.habits = makeHabits(random.branch('habits'), institution.kind, example);
    this.weeks = new Weeks(random, this.habits);
    for (const { id } of house.groups) {
      const silent = random.chance(SILENT_GROUPS) && !example;
      this.zest.set(id, silent ? 0 : random.between(0.6, 1.4));
    }
  }

  /** From the start of the participation to its end, to today, or to the day on which the house went quiet. */
  write(): ActivityRow[] {
    const { participation } = this.house.member;
    const { started_on: from, status } = participation;
    if (from === null || status === 'registered' || status === 'initial_consultation') return [];
    const to = this.lastDay();
    return this.present.days
      .filter((date) => from <= date && date <= to)
      .flatMap((date) => this.writeDay(date, this.paceOn(date, from)));
  }

  /**
   * One entry for each of the running and the last week in which this educator has none though the house was open: whoever
   * tries the demo as an educator should find something of their own.
   */
  fillLastWeeks(rows: readonly ActivityRow[], educator: string): ActivityRow[] {
    const monday = mondayOf(this.present.today);
    return [addDays(monday, -7), monday].flatMap((start) => {
      const days = [0, 1, 2, 3, 4].map((offset) => addDays(start, offset));
      const done = rows.some((row) => row.author_id === educator && days.includes(row.held_on));
      const day = days.findLast((date) => date <= this.lastDay() && this.openness(date) > 0);
      const group = day && this.groupsOn(day)[0];
      return done || !group ? [] : [this.writeEntry(group, educator, day)];
    });
  }

  private writeDay(date: CalendarDate, pace: number): ActivityRow[] {
    if (pace === 0) return [];
    const { silent, notedOn } = this.weeks.of(date);
    // What will be noted late is not there yet.
    if (silent || (notedOn !== null && notedOn > this.present.today)) return [];
    return this.groupsOn(date).flatMap((group, index) => {
      const probability = Math.min(MOST, pace * (this.zest.get(group.id) ?? 0));
      return this.random.chance(probability)
        ? [this.writeEntry(group, this.authorFor(index), date, notedOn)]
        : [];
    });
  }

  private writeEntry(
    group: GroupRow,
    author: string,
    date: CalendarDate,
    notedOn: CalendarDate | null = null,
  ): ActivityRow {
    const { kind } = this.house.member.institution;
    return makeEntry(this.random, {
      kind,
      group,
      author,
      date,
      notedOn,
      habits: this.habits,
      today: this.present.today,
    });
  }

  /** Share of ordinary groups that are active on the day. */
  private paceOn(date: CalendarDate, from: CalendarDate): number {
    const openness = this.openness(date);
    if (openness === 0) return 0;
    const { today } = this.present;
    const yearsAgo = schoolYearOf(today) - schoolYearOf(date);
    const runIn = Math.min(1, RUN_IN_START + (1 - RUN_IN_START) * (daysBetween(from, date) / RUN_IN_DAYS));
    const day = isoWeekday(date) === this.habits.movementDay ? MOVEMENT_DAY : OTHER_DAYS;
    const share = date === today ? SHARE_OF_TODAY : 1;
    return openness * this.habits.pace * (1 - YEARLY_GROWTH * yearsAgo) * runIn * day * share;
  }

  private openness(date: CalendarDate): number {
    return this.present.rhythm.paceOn(date, this.house.member.institution.kind, this.habits.closing);
  }

  private lastDay(): CalendarDate {
    const { today, rhythm } = this.present;
    const { quietFor, participation } = this.house.member;
    if (quietFor !== null) return rhythm.schoolDaysBefore(today, quietFor);
    return participation.ended_on ?? today;
  }

  private groupsOn(date: CalendarDate): GroupRow[] {
    const year = schoolYearOf(date);
    return this.house.groups.filter(({ school_year }) => school_year === year);
  }

  /** Every group has its educator, for whom now and then somebody steps in. */
  private authorFor(groupIndex: number): string {
    const { educators } = this.house;
    const own = educators[groupIndex % educators.length];
    return own !== undefined && this.random.chance(MAIN_AUTHOR) ? own : this.random.pick(educators);
  }
}
