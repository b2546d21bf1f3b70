import type { WorkContext } from '../../database/actor.js';
import { calendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { TrainingDto } from '../trainings/training.dto.js';
import type { RegistrationDto } from './registration.dto.js';
import { hasBegun } from './seats.js';

/** Why one person does not get on a training; the others of the same request may. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  static notForHouse({ kinds, districtNames }: Pick<TrainingDto, 'kinds' | 'districtNames'>): Refusal {
    const houses = kinds.length > 1 ? 'Kitas und Schulen' : kinds.includes('kita') ? 'Kitas' : 'Schulen';
    const where = districtNames.length === 0 ? '' : ` in ${districtNames.join(', ')}`;
    return new Refusal('not_for_house', `Diese Fortbildung ist nur für ${houses}${where}.`);
  }

  static overlap(title: string, heldOn: string): Refusal {
    return new Refusal(
      'overlap',
      `Überschneidet sich am ${germanDate(calendarDate(heldOn))} mit der Fortbildung „${title}“.`,
    );
  }
}

type Registrable = Pick<TrainingDto, 'state' | 'municipalityId' | 'registerBy' | 'registrationOpen'>;

/** Coordinators may also when the time to register is over. @throws Problem 409 */
export function assertMayRegister(training: Registrable, { actor }: Pick<WorkContext, 'actor'>): void {
  const coordinates = actor.municipalities.includes(training.municipalityId);
  if (training.registrationOpen) return;
  if (coordinates && (training.state === 'open' || training.state === 'closed')) return;
  throw new Problem(409, 'registration_closed', closedBecause(training));
}

function closedBecause({ state, registerBy }: Registrable): string {
  if (state === 'cancelled') return 'Diese Fortbildung ist abgesagt.';
  if (state === 'completed') return 'Diese Fortbildung ist schon vorbei.';
  if (state === 'draft') return 'Diese Fortbildung ist noch ein Entwurf. Bitte erst öffnen.';
  const ask = 'Bitte bei der Koordination nachfragen.';
  if (state === 'open' && registerBy !== null)
    return `Die Anmeldung war bis zum ${germanDate(calendarDate(registerBy))} möglich. ${ask}`;
  return `Die Anmeldung ist geschlossen. ${ask}`;
}

/** @throws Problem 409 for what is over, or has begun */
export function assertMayWithdraw(
  { state }: Pick<RegistrationDto, 'state'>,
  training: Pick<TrainingDto, 'state' | 'municipalityId' | 'sessions'>,
  { actor, today }: Pick<WorkContext, 'actor' | 'today'>,
): void {
  if (state === 'withdrawn')
    throw new Problem(409, 'already_withdrawn', 'Dieser Platz ist schon zurückgegeben.');
  if (training.state === 'completed' || training.state === 'cancelled')
    throw new Problem(409, 'training_over', 'Diese Fortbildung ist schon abgeschlossen oder abgesagt.');
  if (hasBegun(training, today) && !actor.municipalities.includes(training.municipalityId)) {
    throw new Problem(
      409,
      'training_begun',
      'Die Fortbildung hat schon begonnen. Bitte bei der Koordination melden.',
    );
  }
}
