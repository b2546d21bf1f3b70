import type { Institution, NewParticipation } from '../../api/types';
import { texts } from '../../texts/de';
import type { DateString } from '../../ui/format';
import type { Versioned } from '../forms/conflict';
import { choiceOf } from './catalogue';

/** The form of a participation: an empty text, choice or date is ''. */
export interface ParticipationValues extends Versioned {
  status: NewParticipation['status'];
  coachId: string;
  startedOn: string;
  endedOn: string;
  reason: string;
}

/** The form of an institution's participation; of a first request if it never took part. */
export function participationValues({ participation: stored }: Institution): ParticipationValues {
  if (!stored) {
    return { version: null, status: 'requested', coachId: '', startedOn: '', endedOn: '', reason: '' };
  }
  return {
    version: stored.version,
    status: choiceOf(texts.terms.participationStatus, stored.status) ?? 'requested',
    coachId: stored.coach?.id ?? '',
    startedOn: stored.startedOn ?? '',
    endedOn: stored.endedOn ?? '',
    reason: stored.reason ?? '',
  };
}

/** The form of a new participation after one that has ended; `today` is when it starts unless said otherwise. */
export function returnValues(today: DateString): ParticipationValues {
  return { version: null, status: 'registered', coachId: '', startedOn: today, endedOn: '', reason: '' };
}

/** Only a participation that is over has an end. */
export const isOver = (status: string): boolean => status === 'completed' || status === 'cancelled';

/** What is sent; the interface takes the whole participation at once. */
export function participationBody(values: ParticipationValues): NewParticipation {
  const { status, coachId, startedOn, endedOn, reason } = values;
  return {
    status,
    coachId: coachId || null,
    startedOn: startedOn || null,
    endedOn: isOver(status) ? endedOn || null : null,
    reason: reason.trim() || null,
  };
}
