import { addDays, type CalendarDate, germanDate } from '../kernel/calendar/calendar-date.js';
import { schoolYearName, schoolYearOf } from '../kernel/calendar/school-year.js';
import { Problem } from '../kernel/problem/problem.js';

export const OLDEST_DAYS = 400;
export const MORE_THAN_GROUP = 10;
export const OWN_EDIT_DAYS = 30;

/** What surrounds an entry: the group, and when its house took part. */
export interface ActivitySurroundings {
  groupName: string;
  groupSize: number;
  groupSchoolYear: number;
  groupArchived: boolean;
  institutionArchived: boolean;
  /** Whether the house took part on the day. */
  participates: boolean;
  /** Whether the house takes part at all. */
  everParticipated: boolean;
}

export interface ActivityFacts {
  heldOn: CalendarDate;
  childrenPresent: number;
}

/** Which parts of an entry are new; a rule looks only at what it is about. */
export interface Touched {
  heldOn: boolean;
  group: boolean;
  childrenPresent: boolean;
}

const ALL: Touched = { heldOn: true, group: true, childrenPresent: true };

/**
 * The rules of an entry, each with its own sentence. A correction is held only to the rules about what it changes: the note of an old
 * entry can be mended although its date could not be entered any more.
 * @throws Problem 422, or 409 where the house does not take part
 */
export function assertPlausible(
  activity: ActivityFacts,
  surroundings: ActivitySurroundings,
  today: CalendarDate,
  touched: Touched = ALL,
): void {
  if (touched.heldOn) {
    assertDate(activity.heldOn, today);
    assertParticipation(activity.heldOn, surroundings);
  }
  if (touched.heldOn || touched.group) assertGroup(activity.heldOn, surroundings);
  if (touched.group || touched.childrenPresent) assertCount(activity.childrenPresent, surroundings);
}

function assertDate(heldOn: CalendarDate, today: CalendarDate): void {
  if (heldOn > today)
    throw Problem.invalid(
      'heldOn',
      `Datum: liegt in der Zukunft. Bitte höchstens heute (${germanDate(today)}) angeben.`,
    );
  const oldest = addDays(today, -OLDEST_DAYS);
  if (heldOn < oldest) {
    throw Problem.invalid(
      'heldOn',
      `Datum: liegt zu weit zurück. Eintragen geht ab dem ${germanDate(oldest)} (${OLDEST_DAYS} Tage).`,
    );
  }
}

function assertParticipation(
  heldOn: CalendarDate,
  { participates, everParticipated, institutionArchived }: ActivitySurroundings,
): void {
  if (institutionArchived) {
    throw new Problem(
      409,
      'institution_archived',
      'Diese Einrichtung ist archiviert. Es können keine Aktivitäten mehr eingetragen werden.',
    );
  }
  if (participates) return;
  if (!everParticipated) {
    throw new Problem(
      409,
      'not_participating',
      'Diese Einrichtung nimmt (noch) nicht teil. Bitte wenden Sie sich an die Koordination.',
    );
  }
  throw Problem.invalid(
    'heldOn',
    `Datum: Am ${germanDate(heldOn)} nahm die Einrichtung nicht am Programm teil.`,
  );
}

function assertGroup(heldOn: CalendarDate, group: ActivitySurroundings): void {
  const year = schoolYearOf(heldOn);
  if (group.groupSchoolYear !== year) {
    const names = `${schoolYearName(group.groupSchoolYear)}, das Datum in ${schoolYearName(year)}`;
    throw Problem.invalid(
      'groupId',
      `Gruppe: „${group.groupName}“ gehört in das Kita-/Schuljahr ${names}. Bitte eine passende Gruppe wählen.`,
    );
  }
  if (group.groupArchived)
    throw Problem.invalid(
      'groupId',
      `Gruppe: „${group.groupName}“ ist archiviert. Bitte eine andere Gruppe wählen.`,
    );
}

function assertCount(childrenPresent: number, group: ActivitySurroundings): void {
  const most = group.groupSize + MORE_THAN_GROUP;
  if (childrenPresent > most) {
    throw Problem.invalid(
      'childrenPresent',
      `Anzahl der Kinder: höchstens ${most} – „${group.groupName}“ hat ${group.groupSize} Kinder, ${MORE_THAN_GROUP} mehr sind erlaubt.`,
    );
  }
}
