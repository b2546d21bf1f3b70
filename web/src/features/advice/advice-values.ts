import type { CoachContact, CoachContactChange, NewCoachContact } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import type { DateString } from '../../ui/format';
import type { Versioned } from '../forms/conflict';

const words = texts.advice;

export interface AdviceValues extends Versioned {
  id: string;
  state: NewCoachContact['state'];
  way: NewCoachContact['way'];
  heldOn: string;
  startsAt: string;
  minutes: number | null;
  topics: string;
  nextStep: string;
  nextStepDue: string;
  nextStepDoneOn: string;
}

const USUAL_MINUTES = 45;

export function newAdvice(today: DateString): AdviceValues {
  return {
    ...{ id: newId(), version: null, state: 'held', way: 'on_site', heldOn: today, startsAt: '' },
    ...{ minutes: USUAL_MINUTES, topics: '', nextStep: '', nextStepDue: '', nextStepDoneOn: '' },
  };
}

export function valuesOf(contact: CoachContact): AdviceValues {
  const { id, version, heldOn, minutes } = contact;
  return {
    ...{ id, version, heldOn, minutes },
    state: contact.state as AdviceValues['state'],
    way: contact.way as AdviceValues['way'],
    startsAt: contact.startsAt ?? '',
    topics: contact.topics ?? '',
    nextStep: contact.nextStep ?? '',
    nextStepDue: contact.nextStepDue ?? '',
    nextStepDoneOn: contact.nextStepDoneOn ?? '',
  };
}

/** A planned contact that somebody reports on most likely took place. */
export function reportOf(contact: CoachContact, today: DateString): AdviceValues {
  const values = valuesOf(contact);
  if (contact.state !== 'planned' || contact.heldOn > today) return values;
  return { ...values, state: 'held', minutes: values.minutes ?? USUAL_MINUTES };
}

export function missingIn({ heldOn, state, minutes }: AdviceValues) {
  return {
    ...(heldOn === '' && { heldOn: words.heldOnMissing }),
    ...(state === 'held' && minutes === null && { minutes: words.minutesMissing }),
  };
}

/** What is sent: null for what is empty. */
export function changeOf({ id: _i, version: _v, ...changes }: Partial<AdviceValues>): CoachContactChange {
  return Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [field, value === '' ? null : value]),
  );
}

/** A new contact in full. What is only planned has no minutes yet. */
export function bodyOf(institutionId: string, values: AdviceValues): NewCoachContact {
  const { id, state, way, heldOn, minutes, ...rest } = values;
  const texts = changeOf(rest);
  return { id, institutionId, state, way, heldOn, minutes: state === 'held' ? minutes : null, ...texts };
}
