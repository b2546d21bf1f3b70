import type { Place } from '../activities/activity.dto.js';
import type { InstitutionKind } from '../institutions/vocabulary.js';
import { addDays } from '../kernel/calendar/calendar-date.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { ActivityRow, GroupRow } from './demo-rows.js';
import type { Habits } from './habits.js';
import { instantMs, instantText, moment } from './instant.js';
import type { Moment } from './instant.js';
import type { Random, Weighted } from './random.js';
import { workdayFrom } from './weeks.js';
import { NOTES } from './words-notes.js';

export interface Occasion {
  kind: InstitutionKind;
  group: GroupRow;
  /** Account id. */
  author: string;
  date: CalendarDate;
  /** Where the whole week is noted at once: on which day. */
  notedOn: CalendarDate | null;
  habits: Habits;
  today: CalendarDate;
}

/** How often only a part of the group takes part. */
const SMALL_GROUP: Readonly<Record<InstitutionKind, number>> = { kita: 0.22, school: 0.06 };
const SMALL_GROUP_SIZE = [6, 12] as const;
/** Days between an activity and an entry that is not made on the same day. */
const DELAYS: Weighted<number> = [
  [1, 60],
  [2, 20],
  [3, 12],
  [6, 8],
];

/** One activity of a group, noted by the author on the day or soon after. */
export function makeEntry(random: Random, occasion: Occasion): ActivityRow {
  const { kind, group, author, date, habits } = occasion;
  const minutes = random.weighted(habits.minutes);
  const focusArea = random.weighted(habits.focus);
  const created = notedAt(random, occasion);
  return {
    institution_id: group.institution_id,
    id: random.uuid(instantMs(created)),
    group_id: group.id,
    author_id: author,
    held_on: date,
    focus_area: focusArea,
    minutes,
    children_present: childrenPresent(random, occasion),
    adults_present: random.chance(habits.tellsAdults) ? random.integer(1, kind === 'kita' ? 3 : 2) : null,
    place: random.chance(habits.tellsPlace) ? placeOf(random, kind, minutes, date) : null,
    note: random.chance(habits.tellsNote) ? random.pick(NOTES[kind][focusArea]) : null,
    created_at: instantText(created),
  };
}

/** Never more than the group has; in winter more of them are ill. */
function childrenPresent(random: Random, { kind, group, date }: Occasion): number {
  if (random.chance(SMALL_GROUP[kind])) return Math.min(group.size, random.integer(...SMALL_GROUP_SIZE));
  const absent = random.between(0, isWinter(date) ? 0.3 : 0.18);
  return group.size - Math.floor(group.size * absent);
}

/** In a school the short ones happen in the classroom and the long ones in the hall; in summer everybody goes out. */
function placeOf(random: Random, kind: InstitutionKind, minutes: number, date: CalendarDate): Place {
  const short = kind === 'school' && minutes <= 20;
  return random.weighted([
    ['hall', short ? 5 : 45],
    ['room', short ? 80 : 25],
    ['outdoors', isWinter(date) ? 12 : 45],
  ]);
}

/** What happened today was noted first thing in the morning: the demo may be started at any hour. */
function notedAt(random: Random, { date, notedOn, today, habits }: Occasion): Moment {
  if (date === today || notedOn === today) return moment(today, random.between(7.5, 8.5));
  const hours = random.between(9, 17);
  if (notedOn !== null) return moment(notedOn, hours);
  if (random.chance(habits.prompt)) return moment(date, hours);
  const later = workdayFrom(addDays(date, random.weighted(DELAYS)));
  return moment(later < today ? later : date, hours);
}

function isWinter(date: CalendarDate): boolean {
  const month = Number(date.slice(5, 7));
  return month <= 3 || month >= 11;
}
