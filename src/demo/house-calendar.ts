import { addDays, calendarDate } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { SchoolYear } from '../kernel/calendar/school-year.js';
import type { ClosingDayRow } from './demo-rows.js';
import type { Origin } from './origin.js';
import type { Member } from './participation.js';
import { easterSunday } from './public-holidays.js';
import type { Random } from './random.js';
import type { Rhythm, SchoolHoliday, SummerClosing } from './rhythm.js';

interface Closing {
  first: CalendarDate;
  last: CalendarDate;
  reason: string;
}

const SUMMER_DAYS = 21;
/** Rose Monday, 48 days before Easter: in the Rhineland nobody works, in Herne a house here and there is closed. */
const ROSE_MONDAY = -48;

/** What a member's closing days depend on. */
export interface HouseYears {
  origin: Origin;
  rhythm: Rhythm;
  holidays: readonly SchoolHoliday[];
  today: CalendarDate;
}

/** When a house is closed for reasons of its own in each school year. @param closing of its summer */
export function makeClosingDays(
  random: Random,
  { institution: { id: institution_id, kind } }: Member,
  closing: SummerClosing,
  years: HouseYears,
): ClosingDayRow[] {
  const carnival = random.chance(0.25);
  return years.origin.years.flatMap((year) => {
    const closings = [
      conceptDay(random, kind === 'kita' ? 'Konzeptionstag' : 'Pädagogischer Tag', year, years),
      ...(carnival ? [brauchtum(year)] : []),
      ...(kind === 'kita' ? kitaHolidays(year, closing, years.holidays) : []),
    ];
    return closings.map(({ first, last, reason }) => ({
      ...{ institution_id, id: random.uuid(years.origin.founded) },
      ...{ first_day: first, last_day: last, reason },
    }));
  });
}

/** A school day in autumn; of the running year one that is still to come, so that planning shows. */
function conceptDay(
  random: Random,
  reason: string,
  year: SchoolYear,
  { origin, rhythm, today }: HouseYears,
): Closing {
  const from = year === origin.year ? addDays(today, 10) : calendarDate(`${year}-11-05`);
  const day = rhythm.schoolDayFrom(addDays(from, random.integer(0, 30)));
  // A day is closed for one reason only.
  const free = day === brauchtum(year).first ? rhythm.schoolDayFrom(addDays(day, 1)) : day;
  return { first: free, last: free, reason };
}

function brauchtum(year: SchoolYear): Closing {
  const day = addDays(easterSunday(year + 1), ROSE_MONDAY);
  return { first: day, last: day, reason: 'Brauchtum' };
}

/** Three weeks of summer, and the days between the years. */
function kitaHolidays(
  year: SchoolYear,
  closing: SummerClosing,
  holidays: readonly SchoolHoliday[],
): Closing[] {
  const find = (name: string, inYear: number): SchoolHoliday | undefined =>
    holidays.find((one) => one.name === name && one.firstDay.startsWith(String(inYear)));
  const [summer, christmas] = [find('Sommerferien', year + 1), find('Weihnachtsferien', year)];
  return [
    ...(summer ? [summerClosing(summer, closing)] : []),
    ...(christmas
      ? [{ first: christmas.firstDay, last: christmas.lastDay, reason: 'Zwischen den Jahren' }]
      : []),
  ];
}

function summerClosing({ firstDay, lastDay }: SchoolHoliday, closing: SummerClosing): Closing {
  const reason = 'Sommerschließung';
  return closing === 'first'
    ? { first: firstDay, last: addDays(firstDay, SUMMER_DAYS - 1), reason }
    : { first: addDays(lastDay, 1 - SUMMER_DAYS), last: lastDay, reason };
}
