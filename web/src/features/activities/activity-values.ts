import type { Activity, NewActivity, Place } from '../../api/types';
import { newId } from '../../outbox/new-id';
import type { DateString } from '../../ui/format';

/** Limits of the server's rules; it checks them again. */
export const MINUTES = { min: 5, max: 480, step: 5, usual: 30, steps: [15, 30, 45, 60, 90] };
export const MORE_THAN_GROUP = 10;
export const OLDEST_DAYS = 400;
export const MAX_ADULTS = 100;
export const MAX_NOTE = 500;

export const PLACES: readonly Place[] = ['hall', 'room', 'outdoors'];

/** The form of an activity, before everything is chosen. */
export interface ActivityValues {
  /** The record's id from the first tap on, so that saving twice stores once. */
  id: string;
  /** Of the stored record; null for a new one. */
  version: number | null;
  groupId: string | null;
  focusArea: string | null;
  /** Null means today, so that a draft found the next morning does not say yesterday. */
  heldOn: DateString | null;
  minutes: number | null;
  childrenPresent: number | null;
  adultsPresent: number | null;
  place: Place | null;
  /** Of the catalogue. */
  moduleId: string | null;
  note: string;
}

export function emptyValues(): ActivityValues {
  return {
    id: newId(),
    version: null,
    groupId: null,
    focusArea: null,
    heldOn: null,
    minutes: MINUTES.usual,
    childrenPresent: null,
    adultsPresent: null,
    place: null,
    moduleId: null,
    note: '',
  };
}

/** True once something was chosen or written that would be missed. */
export function isBegun({ groupId, focusArea, note }: ActivityValues): boolean {
  return groupId !== null || focusArea !== null || note !== '';
}

/** The form of a record that exists, or of a body that was refused. */
export function valuesOf(id: string, stored: Activity | NewActivity): ActivityValues {
  const { groupId, focusArea, heldOn, minutes, childrenPresent } = stored;
  return {
    id,
    version: 'version' in stored ? stored.version : null,
    groupId,
    focusArea,
    heldOn,
    minutes,
    childrenPresent,
    adultsPresent: stored.adultsPresent ?? null,
    place: PLACES.find((known) => known === stored.place) ?? null,
    moduleId: stored.moduleId ?? null,
    note: stored.note ?? '',
  };
}

/** "Noch einmal wie letztes Mal": everything but the day, the note and the id. */
export function repeatOf(last: Activity): Omit<ActivityValues, 'id'> {
  const { id: _, ...values } = valuesOf(last.id, last);
  return { ...values, version: null, heldOn: null, note: '' };
}

/** What is sent: the details of a new or a changed record. */
export function detailsOf(
  values: ActivityValues,
  today: DateString,
): Omit<NewActivity, 'id' | 'institutionId'> {
  const note = values.note.trim();
  return {
    groupId: values.groupId ?? '',
    focusArea: values.focusArea ?? '',
    heldOn: values.heldOn ?? today,
    minutes: values.minutes ?? 0,
    childrenPresent: values.childrenPresent ?? 0,
    adultsPresent: values.adultsPresent,
    place: values.place,
    moduleId: values.moduleId,
    note: note === '' ? null : note,
  };
}
