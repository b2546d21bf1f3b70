import { addDays, calendarDate, daysBetween, isoWeekday } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { SchoolYear } from '../kernel/calendar/school-year.js';
import { Children, type DemoChild } from './children.js';
import type { GroupRow, InstitutionRow } from './demo-rows.js';
import type { Random } from './random.js';
import type { Rhythm } from './rhythm.js';
import type { BatteryCode } from './test-catalogue.js';

/** A house that does tests. */
export interface TestHouse {
  institution: InstitutionRow;
  /** Its place among those of its kind. */
  index: number;
  groups: readonly GroupRow[];
  /** Who tests and closes the day. */
  educator: string;
  /** The house in which the demo's educator works. */
  example: boolean;
}

/** A test day before anything is measured. */
export interface PlannedDay {
  battery: BatteryCode;
  wave: 'entry' | 'exit';
  year: SchoolYear;
  day: CalendarDate;
  groups: GroupRow[];
  /** Mean change since the first test, as a z-value: children in the programme get a little ahead of their age. */
  gain: number;
  /** The one on which the demo's educator is in the middle. */
  underWay: boolean;
}

interface Window {
  yearsAgo: 0 | 1;
  wave: 'entry' | 'exit';
  from: string;
  to: string;
  gain: number;
}

const WINDOWS: readonly Window[] = [
  { yearsAgo: 1, wave: 'entry', from: '09-15', to: '11-14', gain: 0 },
  { yearsAgo: 1, wave: 'exit', from: '04-20', to: '06-19', gain: 0.2 },
  { yearsAgo: 0, wave: 'entry', from: '09-14', to: '11-13', gain: 0.12 },
];
const GROUPS_A_DAY = 2;
/** Of the day under way, the children with consent. */
export const CHILDREN_UNDER_WAY = 20;

/** Every third school takes the test of six to ten year olds in its first two grades, the others the one of the third. */
export function batteryOf({ institution, index }: TestHouse): BatteryCode {
  if (institution.kind === 'kita') return 'KITA-MOT';
  return index % 3 === 2 ? 'DMT-MT1' : 'EMOTIKON-3';
}

const GRADES: Readonly<Record<BatteryCode, readonly string[]>> = {
  'KITA-MOT': [],
  'DMT-MT1': ['1', '2'],
  'EMOTIKON-3': ['3'],
};

export function childrenOf(random: Random, house: TestHouse, running: SchoolYear): DemoChild[] {
  const children = new Children(random, running);
  const of = (year: SchoolYear, name: string): GroupRow | undefined =>
    house.groups.find((group) => group.school_year === year && group.name === name);
  const last = house.groups.filter(({ school_year }) => school_year === running - 1);
  const largest = house.example ? largestOf(testedGroups(house, running)) : undefined;
  if (house.institution.kind === 'kita')
    return last.flatMap((before) => {
      const now = of(running, before.name);
      return now ? children.ofKitaGroup(before, now, now === largest ? CHILDREN_UNDER_WAY : undefined) : [];
    });
  const grades = GRADES[batteryOf(house)];
  const former = last
    .filter(({ name }) => grades.includes(name.slice(0, 1)))
    .map((before) => {
      const grade = Number(before.name.slice(0, 1));
      const now = of(running, `${grade + 1}${before.name.slice(1)}`);
      return children.ofClass(now ? [before, now] : [before], grade);
    });
  // Whoever was not yet in a class that is tested.
  const fresh = house.groups
    .filter(({ school_year, name }) => school_year === running && name.startsWith(grades[0] ?? ''))
    .map((now) => children.ofClass([now], Number(now.name.slice(0, 1))));
  return [...former, ...fresh].flat();
}

/** The test days of a house up to today: autumn and early summer of the last school year, autumn of the running one. */
export function daysOf(
  random: Random,
  house: TestHouse,
  running: SchoolYear,
  rhythm: Rhythm,
  today: CalendarDate,
): PlannedDay[] {
  const underWay = house.example ? dayUnderWay(house, running, rhythm, today) : [];
  const later = underWay.flatMap(({ groups }) => groups.map(({ id }) => id));
  const done = WINDOWS.flatMap((window) => {
    const groups = testedGroups(house, running - window.yearsAgo).filter(({ id }) => !later.includes(id));
    return chunks(groups).map((chunk) => planned(random, house, { window, running, rhythm }, chunk));
  });
  return [...done.filter(({ day }) => day < today), ...underWay];
}

/** On the last workday up to today, so that somebody can go on with it. */
function dayUnderWay(
  house: TestHouse,
  running: SchoolYear,
  rhythm: Rhythm,
  today: CalendarDate,
): PlannedDay[] {
  const largest = largestOf(testedGroups(house, running));
  if (!largest) return [];
  let day = today;
  while (!rhythm.isWorkday(day)) day = addDays(day, -1);
  const plan = { battery: batteryOf(house), wave: 'entry', year: running, gain: 0 } as const;
  return [{ ...plan, day, groups: [largest], underWay: true }];
}

function largestOf(groups: readonly GroupRow[]): GroupRow | undefined {
  return groups.toSorted((one, other) => other.size - one.size)[0];
}

function testedGroups(house: TestHouse, year: SchoolYear): GroupRow[] {
  const grades = GRADES[batteryOf(house)];
  return house.groups.filter(
    ({ school_year, name }) =>
      school_year === year && (grades.length === 0 || grades.includes(name.slice(0, 1))),
  );
}

function planned(
  random: Random,
  house: TestHouse,
  { window, running, rhythm }: { window: Window; running: SchoolYear; rhythm: Rhythm },
  groups: GroupRow[],
): PlannedDay {
  const { yearsAgo, wave, gain } = window;
  const year = running - yearsAgo;
  const from = dayIn(year, window.from);
  const span = daysBetween(from, dayIn(year, window.to));
  let day = rhythm.schoolDayFrom(addDays(from, random.integer(0, span)));
  // Nobody tests on a Friday afternoon's eve.
  if (isoWeekday(day) === 5) day = rhythm.schoolDayFrom(addDays(day, 3));
  return { battery: batteryOf(house), wave, year, day, groups, gain, underWay: false };
}

function chunks(groups: GroupRow[]): GroupRow[][] {
  const count = Math.ceil(groups.length / GROUPS_A_DAY);
  return Array.from({ length: count }, (_, index) =>
    groups.slice(index * GROUPS_A_DAY, (index + 1) * GROUPS_A_DAY),
  );
}

function dayIn(year: SchoolYear, monthAndDay: string): CalendarDate {
  return calendarDate(`${monthAndDay < '08-01' ? year + 1 : year}-${monthAndDay}`);
}
