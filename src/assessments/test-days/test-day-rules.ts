import { addDays, type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { schoolYearName, schoolYearOf } from '../../kernel/calendar/school-year.js';
import { Problem } from '../../kernel/problem/problem.js';

/** How far from today a day may lie: paper sheets are typed in later, and a school year is planned ahead. */
export const FARTHEST_DAYS = 400;

/** A battery as planning needs it. */
export interface OfferedBattery {
  title: string;
  kinds: string[];
  /** Whether a newer version has taken its place. */
  outdated: boolean;
}

/** A group as planning needs it. */
export interface PlannedGroup {
  id: string;
  name: string;
  schoolYear: number;
  archived: boolean;
}

/** @throws Problem 422 when the day lies too far away */
export function assertDay(heldOn: CalendarDate, today: CalendarDate): void {
  const [first, last] = [addDays(today, -FARTHEST_DAYS), addDays(today, FARTHEST_DAYS)];
  if (heldOn >= first && heldOn <= last) return;
  throw Problem.invalid(
    'heldOn',
    `Datum: bitte einen Tag zwischen dem ${germanDate(first)} und dem ${germanDate(last)} angeben.`,
  );
}

/** @throws Problem 422 when the battery is not for this kind of house, or no longer the newest version */
export function assertBattery(battery: OfferedBattery | null, kind: string): void {
  if (!battery)
    throw Problem.unknownReference('batteryId', 'Testbatterie: Diese Testbatterie gibt es nicht.');
  if (!battery.kinds.includes(kind)) {
    const meant = kind === 'school' ? 'Schulen' : 'Kitas';
    throw Problem.invalid('batteryId', `Testbatterie: „${battery.title}“ ist nicht für ${meant} gedacht.`);
  }
  if (battery.outdated) {
    throw Problem.invalid(
      'batteryId',
      `Testbatterie: Von „${battery.title}“ gibt es eine neuere Fassung. Bitte diese wählen.`,
    );
  }
}

/** @throws Problem 404 for a group that the house does not have, 422 for one of another school year */
export function assertGroups(wanted: string[], found: PlannedGroup[], heldOn: CalendarDate): void {
  if (wanted.some((id) => !found.some((group) => group.id === id)))
    throw Problem.unknownReference('groupIds', 'Gruppen: Diese Gruppe gibt es in der Einrichtung nicht.');
  const year = schoolYearOf(heldOn);
  const other = found.find(({ schoolYear }) => schoolYear !== year);
  if (other) {
    throw Problem.invalid(
      'groupIds',
      `Gruppen: „${other.name}“ gehört in das Kita-/Schuljahr ${schoolYearName(other.schoolYear)}, das Datum in ${schoolYearName(year)}.`,
    );
  }
  const archived = found.find((group) => group.archived);
  if (archived)
    throw Problem.invalid(
      'groupIds',
      `Gruppen: „${archived.name}“ ist archiviert. Bitte eine andere Gruppe wählen.`,
    );
}

/** A release by the head of a school. */
export interface Release {
  releasedOn: CalendarDate | null;
  releasedBy: string | null;
}

/** @throws Problem 422 when half of it is missing, it is not a school's, or it came after the test */
export function assertRelease(
  { releasedOn, releasedBy }: Release,
  house: { kind: string },
  heldOn: CalendarDate,
): void {
  if (releasedOn === null && releasedBy === null) return;
  if (house.kind !== 'school')
    throw Problem.invalid('releasedOn', 'Freigabe: Nur Testtage an Schulen brauchen eine Freigabe.');
  if (releasedOn === null)
    throw Problem.invalid('releasedOn', 'Freigegeben am fehlt: bitte das Datum der Freigabe angeben.');
  if (releasedBy === null)
    throw Problem.invalid('releasedBy', 'Freigegeben von fehlt: bitte den Namen der Schulleitung angeben.');
  if (releasedOn > heldOn) throw releasedTooLate(heldOn);
}

/** The release must be there when the test begins. */
export function releasedTooLate(heldOn: CalendarDate): Problem {
  return Problem.invalid(
    'releasedOn',
    `Freigegeben am: bitte spätestens den Tag des Tests (${germanDate(heldOn)}) angeben.`,
  );
}
