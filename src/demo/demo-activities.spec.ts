import { describe, expect, it } from '@jest/globals';
import { faultOf, summaryOf } from '../institutions/participation/participation-rules.js';
import { addDays, calendarDate, mondayOf } from '../kernel/calendar/calendar-date.js';
import { schoolYearOf } from '../kernel/calendar/school-year.js';
import { cityOn, count, HOLIDAYS, latestRuns, participating, SUNDAY_IN_AUTUMN } from './demo-city.fixture.js';
import type { ActivityRow, DemoCity, GroupRow } from './demo-rows.js';
import { Rhythm } from './rhythm.js';

const rhythm = new Rhythm(HOLIDAYS);

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function lastActivities(city: DemoCity): Map<string, string> {
  const last = new Map<string, string>();
  for (const { institution_id, held_on } of city.activities) {
    if (held_on > (last.get(institution_id) ?? '')) last.set(institution_id, held_on);
  }
  return last;
}

function isHeadcount({ children_present }: ActivityRow, { size }: GroupRow): boolean {
  return Number.isInteger(children_present) && children_present > 0 && children_present <= size;
}

describe.each(['2026-08-01', SUNDAY_IN_AUTUMN, '2026-12-28', '2027-07-31'])(
  'the activities of a city made on %s',
  (today) => {
    const city = cityOn(today);
    const houses = byId(city.institutions);
    const groups = byId<GroupRow>(city.groups);

    function offenders(test: (row: ActivityRow) => boolean): ActivityRow[] {
      return city.activities.filter((row) => !test(row)).slice(0, 3);
    }

    it('are many, and more every year', () => {
      expect(city.activities.length).toBeGreaterThan(19_500);
      const inYear = (year: number): number =>
        count(city.activities, ({ held_on }) => schoolYearOf(held_on) === year);
      expect(inYear(2025)).toBeGreaterThan(1.5 * inYear(2024));
    });

    it('fall on workdays up to today, and in schools on school days', () => {
      expect(offenders(({ held_on }) => held_on <= today && rhythm.isWorkday(held_on))).toEqual([]);
      const isSchool = ({ institution_id }: ActivityRow): boolean =>
        houses.get(institution_id)!.kind === 'school';
      expect(offenders((row) => !isSchool(row) || rhythm.isSchoolDay(row.held_on))).toEqual([]);
    });

    it('are few in the holidays and none between the years', () => {
      const inHolidays = city.activities.filter(({ held_on }) => !rhythm.isSchoolDay(held_on));
      expect(inHolidays.length).toBeGreaterThan(50);
      expect(inHolidays.length).toBeLessThan(city.activities.length * 0.03);
      expect(offenders(({ held_on }) => !/-12-2[3-9]|-12-3|-01-0[1-6]/.test(held_on))).toEqual([]);
    });

    it('lie inside the participation', () => {
      const terms = latestRuns(city);
      expect(
        offenders(({ institution_id, held_on }) => {
          const { started_on, ended_on } = terms.get(institution_id)!;
          return started_on !== null && held_on >= started_on && held_on <= (ended_on ?? today);
        }),
      ).toEqual([]);
    });

    it('rest while the house is closed', () => {
      const closings = new Map<string, DemoCity['closingDays']>();
      for (const row of city.closingDays) {
        closings.set(row.institution_id, [...(closings.get(row.institution_id) ?? []), row]);
      }
      const isClosed = ({ institution_id, held_on }: ActivityRow): boolean =>
        (closings.get(institution_id) ?? []).some(
          ({ first_day, last_day }) => first_day <= held_on && held_on <= last_day,
        );
      expect(offenders((row) => !isClosed(row))).toEqual([]);
      for (const rows of closings.values()) {
        const days = rows.toSorted((a, b) => (a.first_day < b.first_day ? -1 : 1));
        days.slice(1).forEach((row, i) => expect(row.first_day > days[i]!.last_day).toBe(true));
      }
    });

    it('follow runs that could have happened like this', () => {
      for (const run of city.participations) {
        const own = city.participationSteps.filter(
          ({ participation_id, withdrawn_at }) => participation_id === run.id && withdrawn_at === null,
        );
        const steps = own.map(({ status, reached_on: reachedOn, reason }) => ({ status, reachedOn, reason }));
        expect(faultOf(steps, calendarDate(today))).toBeNull();
        const { institution_id: _i, id: _id, started_on, ended_on, materials_on: _m, ...rest } = run;
        expect(summaryOf(steps)).toEqual({ ...rest, startedOn: started_on, endedOn: ended_on });
      }
    });

    it('belong to a group of the house and of the school year, with no more children than it has', () => {
      expect(
        offenders((row) => {
          const group = groups.get(row.group_id);
          const fits = group?.institution_id === row.institution_id;
          return fits && group.school_year === schoolYearOf(row.held_on) && isHeadcount(row, group);
        }),
      ).toEqual([]);
    });

    it('are noted by an educator of the house, on the day, soon after or late', () => {
      const staff = new Set(
        city.accountRoles
          .filter(({ role }) => role === 'educator')
          .map(({ account_id, institution_id }) => `${account_id} ${String(institution_id)}`),
      );
      expect(offenders((row) => staff.has(`${row.author_id} ${row.institution_id}`))).toEqual([]);
      expect(
        offenders(({ held_on, created_at }) => {
          const created = created_at.slice(0, 10);
          return created >= held_on && created <= addDays(held_on, 30) && created <= today;
        }),
      ).toEqual([]);
    });

    it('stop in at least five houses four school weeks ago, and go on nearly everywhere else', () => {
      const fourWeeksAgo = rhythm.schoolDaysBefore(calendarDate(today), 20);
      const last = lastActivities(city);
      const quiet = [...participating(city)].filter((id) => (last.get(id) ?? '') <= fourWeeksAgo);
      expect(count(quiet, (id) => last.has(id))).toBeGreaterThanOrEqual(5);
      expect(quiet.length).toBeLessThanOrEqual(12);
    });

    it('show the demo educator entries of this and of last week, unless the house was closed', () => {
      const educator = city.accounts.find(({ email }) => email === 'fachkraft@demo.invalid')!;
      const own = city.activities.filter(({ author_id }) => author_id === educator.id);
      const monday = mondayOf(calendarDate(today));
      for (const start of [addDays(monday, -7), monday]) {
        const days = [0, 1, 2, 3, 4].map((offset) => addDays(start, offset));
        const open = days.some((day) => day <= today && rhythm.isSchoolDay(day));
        if (open) expect(own.some(({ held_on }) => days.includes(held_on))).toBe(true);
      }
    });
  },
);
