import type { NewTraining, Training, TrainingChange } from '../../api/types';
import type { Versioned } from '../forms/conflict';

/** One date of the form; `id` only of a session that is stored. */
export interface SessionValues {
  id?: string;
  heldOn: string;
  startsAt: string;
  endsAt: string;
  breakMinutes: number | null;
  place: string;
}

/** Lists are kept as text, so that a draft and the comparison of two versions see plain values. */
export interface TrainingValues extends Versioned {
  title: string;
  contents: string;
  focusArea: string;
  moduleIds: string;
  place: string;
  sessions: string;
  capacity: number | null;
  registerUntil: string;
  kinds: string;
  districtIds: string;
  trainerName: string;
  trainerQualification: string;
  thresholdPercent: number | null;
  issuer: string;
  /** Fewer seats than are confirmed, and meant. */
  confirm: boolean;
}

export const BOTH_KINDS = 'kita,school';
const EMPTY_SESSION: SessionValues = { heldOn: '', startsAt: '', endsAt: '', breakMinutes: null, place: '' };

export const listOf = (text: string): string[] => (text === '' ? [] : text.split(','));
export const readSessions = (text: string): SessionValues[] => JSON.parse(text) as SessionValues[];
export const writeSessions = (sessions: readonly SessionValues[]): string => JSON.stringify(sessions);

/** Another date like the one before it, on a day still to be chosen. */
export function nextSession(sessions: readonly SessionValues[]): SessionValues {
  const last = sessions.at(-1);
  if (!last) return EMPTY_SESSION;
  const { startsAt, endsAt, breakMinutes, place } = last;
  return { heldOn: '', startsAt, endsAt, breakMinutes, place };
}

export const EMPTY: TrainingValues = {
  ...{ version: null, title: '', contents: '', focusArea: '', moduleIds: '', place: '' },
  ...{ sessions: writeSessions([EMPTY_SESSION]), capacity: null, registerUntil: '', kinds: BOTH_KINDS },
  ...{
    districtIds: '',
    trainerName: '',
    trainerQualification: '',
    thresholdPercent: 80,
    issuer: '',
    confirm: false,
  },
};

export function valuesOf(training: Training): TrainingValues {
  const { version, title, focusArea, capacity, thresholdPercent } = training;
  return {
    ...{ version, title, focusArea, capacity, thresholdPercent, confirm: false },
    contents: training.contents ?? '',
    moduleIds: training.modules.map(({ id }) => id).join(','),
    place: training.place ?? '',
    sessions: writeSessions(
      training.sessions.map(({ id, heldOn, startsAt, endsAt, breakMinutes, place }) => ({
        ...{ id, heldOn, startsAt, endsAt, breakMinutes, place: place ?? '' },
      })),
    ),
    registerUntil: training.registerUntil ?? '',
    kinds: training.kinds.join(','),
    districtIds: training.districtIds.join(','),
    trainerName: training.trainerName ?? '',
    trainerQualification: training.trainerQualification ?? '',
    issuer: training.issuer ?? '',
  };
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';

/** Values as the interface takes them; '' empties a field. */
export function changesOf(values: Partial<TrainingValues>): TrainingChange {
  const { sessions, moduleIds, districtIds, kinds, registerUntil, capacity, thresholdPercent, ...texts } =
    values;
  const { confirm, version: _, ...rest } = texts;
  return {
    ...rest,
    ...(confirm && { confirm }),
    ...(sessions !== undefined && { sessions: readSessions(sessions).map(sessionOf) }),
    ...(moduleIds !== undefined && { moduleIds: listOf(moduleIds) }),
    ...(districtIds !== undefined && { districtIds: listOf(districtIds) }),
    ...(kinds !== undefined && { kinds: listOf(kinds) as TrainingChange['kinds'] }),
    ...(registerUntil !== undefined && { registerUntil: registerUntil === '' ? null : registerUntil }),
    ...(isNumber(capacity) && { capacity }),
    ...(isNumber(thresholdPercent) && { thresholdPercent }),
  };
}

export function newTrainingOf(id: string, municipalityId: string, values: TrainingValues): NewTraining {
  const { confirm: _, ...fields } = changesOf(values);
  const { title, focusArea, capacity } = values;
  return { ...fields, id, municipalityId, title, focusArea, capacity: capacity ?? 0 };
}

function sessionOf({ id, heldOn, startsAt, endsAt, breakMinutes, place }: SessionValues) {
  return {
    ...(id !== undefined && { id }),
    ...{
      heldOn,
      startsAt,
      endsAt,
      breakMinutes: breakMinutes ?? 0,
      place: place.trim() === '' ? null : place,
    },
  };
}

/** Whether nothing of the session was filled in. */
const isBlank = ({ heldOn, startsAt, endsAt }: SessionValues): boolean =>
  heldOn === '' && startsAt === '' && endsAt === '';

/** Without the sessions that were added and left blank. */
export function tidied(values: TrainingValues): TrainingValues {
  return {
    ...values,
    sessions: writeSessions(readSessions(values.sessions).filter((session) => !isBlank(session))),
  };
}

/** Minutes without breaks, as far as the times are there. */
export function minutesOf({ startsAt, endsAt, breakMinutes }: SessionValues): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  if (startsAt === '' || endsAt === '') return 0;
  return Math.max(0, minutes(endsAt) - minutes(startsAt) - (breakMinutes ?? 0));
}
