import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { addDays, calendarDate, mondayOf } from '../kernel/calendar/calendar-date.js';
import { faultOf, summaryOf } from '../institutions/participation/participation-rules.js';
import { schoolYearOf } from '../kernel/calendar/school-year.js';
import { makeDemoCity } from './demo-city.js';
import type { ActivityRow, DemoCity, GroupRow, ParticipationRow } from './demo-rows.js';
import { Rhythm } from './rhythm.js';
import type { SchoolHoliday } from './rhythm.js';
import { SIGN_INS } from './sign-ins.js';

/** From the holiday regulation of North Rhine-Westphalia (BASS 12-65 Nr. 1). */
const HOLIDAYS: SchoolHoliday[] = (
  [
    ['Sommerferien', '2024-07-08', '2024-08-20'],
    ['Herbstferien', '2024-10-14', '2024-10-26'],
    ['Weihnachtsferien', '2024-12-23', '2025-01-06'],
    ['Osterferien', '2025-04-14', '2025-04-26'],
    ['Pfingstferien', '2025-06-10', '2025-06-10'],
    ['Sommerferien', '2025-07-14', '2025-08-26'],
    ['Herbstferien', '2025-10-13', '2025-10-25'],
    ['Weihnachtsferien', '2025-12-22', '2026-01-06'],
    ['Osterferien', '2026-03-30', '2026-04-11'],
    ['Pfingstferien', '2026-05-26', '2026-05-26'],
    ['Sommerferien', '2026-07-20', '2026-09-01'],
    ['Herbstferien', '2026-10-17', '2026-10-31'],
    ['Weihnachtsferien', '2026-12-23', '2027-01-06'],
    ['Osterferien', '2027-03-22', '2027-04-03'],
    ['Pfingstferien', '2027-05-18', '2027-05-18'],
    ['Sommerferien', '2027-07-19', '2027-08-31'],
  ] as const
).map(([name, firstDay, lastDay]) => ({
  name,
  firstDay: calendarDate(firstDay),
  lastDay: calendarDate(lastDay),
}));

const SUNDAY_IN_AUTUMN = '2026-11-22';
const rhythm = new Rhythm(HOLIDAYS);

function cityOn(today: string, seed = 'spec'): DemoCity {
  return makeDemoCity({ seed, today: calendarDate(today), holidays: HOLIDAYS });
}

function digest(city: DemoCity): string {
  return createHash('sha256').update(JSON.stringify(city)).digest('hex');
}

function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length;
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function participating(city: DemoCity): Set<string> {
  const open = city.participations.filter((row) => row.status !== 'requested' && row.ended_on === null);
  return new Set(open.map((row) => row.institution_id));
}

/** The run of each house that counts: an earlier one stands before it. */
function latestRuns(city: DemoCity): Map<string, ParticipationRow> {
  return new Map(city.participations.map((row) => [row.institution_id, row]));
}

function lastActivities(city: DemoCity): Map<string, string> {
  const last = new Map<string, string>();
  for (const { institution_id, held_on } of city.activities) {
    if (held_on > (last.get(institution_id) ?? '')) last.set(institution_id, held_on);
  }
  return last;
}

describe('makeDemoCity', () => {
  const city = cityOn(SUNDAY_IN_AUTUMN);

  it('makes the same rows from the same seed and day, and others from others', () => {
    expect(digest(cityOn(SUNDAY_IN_AUTUMN))).toBe(digest(city));
    expect(digest(cityOn(SUNDAY_IN_AUTUMN, 'another'))).not.toBe(digest(city));
    expect(digest(cityOn('2026-11-23'))).not.toBe(digest(city));
  });

  it('gives every row a UUID of its own', () => {
    const rows = [
      city.municipality,
      ...city.districts,
      ...city.institutions,
      ...city.groups,
      ...city.accounts,
      ...city.accountRoles,
      ...city.participations,
      ...city.participationSteps,
      ...city.closingDays,
      ...city.contacts,
      ...city.targets,
      ...city.coachAssignments,
      ...city.activities,
    ];
    const ids = new Set(rows.map(({ id }) => id));
    expect(ids.size).toBe(rows.length);
    expect([...ids].filter((id) => !UUID.test(id))).toEqual([]);
  });

  it('has the four Stadtbezirke, 66 Kitas and 21 schools, each with a name of its own', () => {
    expect(city.districts.map(({ name }) => name)).toEqual(['Wanne', 'Eickel', 'Herne-Mitte', 'Sodingen']);
    expect(count(city.institutions, ({ kind }) => kind === 'kita')).toBe(66);
    expect(count(city.institutions, ({ kind }) => kind === 'school')).toBe(21);
    expect(new Set(city.institutions.map(({ name }) => name)).size).toBe(87);
  });

  it('marks every house as invented', () => {
    for (const house of city.institutions) {
      expect(house.short_code).toMatch(/^DEMO-[KS]\d\d$/);
      expect(house.provider_name).toContain('(erfunden)');
      expect(house.contact_name).toContain('(erfunden)');
      expect(house.phone).toMatch(/^0221 4710 \d{3}$/);
      expect(house.email).toMatch(/@demo\.invalid$/);
    }
    expect(city.accounts.every(({ email }) => email.endsWith('@demo.invalid'))).toBe(true);
  });

  it('lies inside Herne', () => {
    for (const { latitude, longitude } of city.institutions) {
      expect(latitude).toBeGreaterThan(51.51);
      expect(latitude).toBeLessThan(51.57);
      expect(longitude).toBeGreaterThan(7.13);
      expect(longitude).toBeLessThan(7.31);
    }
  });

  it('puts church houses under church law, and only those', () => {
    const regimes = new Set(
      city.institutions.map(({ provider_kind, legal_regime }) => `${provider_kind} ${legal_regime}`),
    );
    expect([...regimes].filter((regime) => !regime.endsWith(' dsgvo')).sort()).toEqual([
      'caritas kdg',
      'catholic kdg',
      'diakonie dsg_ekd',
      'protestant dsg_ekd',
    ]);
    expect(regimes.size).toBe(11);
  });

  it('keeps the social index to schools and the social situation to Kitas, both with their year', () => {
    for (const house of city.institutions) {
      expect(house.social_index === null).toBe(house.kind === 'kita');
      expect(house.social_index_year === null).toBe(house.social_index === null);
      expect(house.social_situation_year === null).toBe(house.social_situation === null);
      expect(house.social_situation_source === null).toBe(house.social_situation === null);
    }
    expect(count(city.institutions, (house) => house.social_situation !== null)).toBeGreaterThan(30);
  });

  it('has 56 Kitas and 19 schools taking part, each with the coach; who asks, finished or gave up does not count', () => {
    const ids = participating(city);
    const houses = city.institutions.filter(({ id }) => ids.has(id));
    expect(count(houses, ({ kind }) => kind === 'kita')).toBe(56);
    expect(count(houses, ({ kind }) => kind === 'school')).toBe(19);
    const coached = city.coachAssignments.filter(({ last_day }) => last_day === null);
    expect(new Set(coached.map(({ institution_id }) => institution_id))).toEqual(ids);
    expect(new Set(coached.map(({ account_id }) => account_id)).size).toBe(1);
    const others = city.participations.filter(({ institution_id }) => !ids.has(institution_id));
    expect(others.map(({ status }) => status).sort()).toEqual([
      'cancelled',
      'completed',
      'requested',
      'requested',
      'requested',
    ]);
    expect(others.find(({ status }) => status === 'cancelled')?.reason).toBeTruthy();
  });

  it('grows over the two past school years', () => {
    const runs = [...latestRuns(city).values()];
    const started = (until: string): number =>
      count(runs, ({ started_on }) => started_on !== null && started_on <= until);
    expect(started('2024-08-31')).toBe(0);
    expect(started('2024-12-31')).toBe(32);
    expect(started('2025-07-31')).toBe(47);
    expect(started('2026-07-31')).toBe(77);
  });

  it.each([2024, 2025, 2026])('has about 8,000 children in groups of usual size in %d', (year) => {
    const ids = participating(city);
    const groups = city.groups.filter((row) => row.school_year === year && ids.has(row.institution_id));
    const children = groups.reduce((sum, { size }) => sum + size, 0);
    expect(children).toBeGreaterThan(7_600);
    expect(children).toBeLessThan(8_400);
    const keys = new Set(groups.map(({ institution_id, name }) => `${institution_id} ${name}`));
    expect(keys.size).toBe(groups.length);
    expect(groups.every(({ size }) => size >= 18 && size <= 28)).toBe(true);
  });

  it('has a sign-in for each role, educator and lead in one house with four groups', () => {
    const roles = SIGN_INS.map(({ email, role }) => {
      const account = city.accounts.find((row) => row.email === email);
      return city.accountRoles.find((row) => row.account_id === account?.id && row.role === role)!;
    });
    const [educator, lead, ...others] = roles;
    expect(lead!.institution_id).toBe(educator!.institution_id);
    expect(others.map(({ institution_id }) => institution_id)).toEqual([null, null, null, null]);
    const groups = city.groups.filter((row) => row.institution_id === lead!.institution_id);
    expect(count(groups, (row) => row.school_year === 2026)).toBe(4);
  });

  it('has one to three more educators in every house that takes or took part', () => {
    const staff = new Map<string, number>();
    for (const { role, institution_id } of city.accountRoles) {
      if (role === 'educator') staff.set(institution_id!, (staff.get(institution_id!) ?? 0) + 1);
    }
    const started = [...latestRuns(city).values()].filter(({ started_on }) => started_on !== null);
    expect([...staff.keys()].sort()).toEqual(started.map((row) => row.institution_id).sort());
    expect(Math.max(...staff.values())).toBeLessThanOrEqual(4);
  });
});

describe.each(['2026-08-01', '2026-09-07', SUNDAY_IN_AUTUMN, '2026-12-28', '2027-03-04', '2027-07-31'])(
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

    it('are noted by an educator of the house, on the day or soon after', () => {
      const staff = new Set(
        city.accountRoles
          .filter(({ role }) => role === 'educator')
          .map(({ account_id, institution_id }) => `${account_id} ${String(institution_id)}`),
      );
      expect(offenders((row) => staff.has(`${row.author_id} ${row.institution_id}`))).toEqual([]);
      expect(
        offenders(({ held_on, created_at }) => {
          const created = created_at.slice(0, 10);
          return created >= held_on && created <= addDays(held_on, 9) && created <= today;
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

function isHeadcount({ children_present }: ActivityRow, { size }: GroupRow): boolean {
  return Number.isInteger(children_present) && children_present > 0 && children_present <= size;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
