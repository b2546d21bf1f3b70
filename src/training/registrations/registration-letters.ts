import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { MailOutbox } from '../../mail/outbox/mail-outbox.js';
import type { TrainingFacts } from '../../mail/outbox/training-letters.de.js';
import type { TrainingDto } from '../trainings/training.dto.js';

interface Recipient {
  name: string;
  address: string;
  waitingPlace: number | null;
}

/** What people are told about their registrations. Whoever has no address is told by somebody else; the list of participants says so. */
@Injectable()
export class RegistrationLetters {
  constructor(
    private readonly database: Database,
    private readonly outbox: MailOutbox,
  ) {}

  async tellConfirmed(training: TrainingDto, registrationIds: readonly string[]): Promise<void> {
    for (const recipient of await this.recipients(training.id, registrationIds))
      await this.add(training, recipient, 'training_confirmed');
  }

  async tellMovedUp(training: TrainingDto, registrationIds: readonly string[]): Promise<void> {
    for (const recipient of await this.recipients(training.id, registrationIds))
      await this.add(training, recipient, 'training_moved_up');
  }

  async tellWaiting(training: TrainingDto, registrationIds: readonly string[]): Promise<void> {
    for (const recipient of await this.recipients(training.id, registrationIds)) {
      const facts = { ...factsOf(training, recipient), position: recipient.waitingPlace ?? 1 };
      await this.outbox.add({ ...headOf(training, recipient), kind: 'training_waiting', facts });
    }
  }

  /** All who have a seat or wait for one. */
  async tellCancelled(training: TrainingDto): Promise<void> {
    for (const recipient of await this.recipients(training.id, null)) {
      const facts = { ...factsOf(training, recipient), reason: training.cancelReason ?? '' };
      await this.outbox.add({ ...headOf(training, recipient), kind: 'training_cancelled', facts });
    }
  }

  async tellChanged(training: TrainingDto): Promise<void> {
    for (const recipient of await this.recipients(training.id, null))
      await this.add(training, recipient, 'training_changed');
  }

  private async add(
    training: TrainingDto,
    recipient: Recipient,
    kind: 'training_confirmed' | 'training_moved_up' | 'training_changed',
  ): Promise<void> {
    await this.outbox.add({ ...headOf(training, recipient), kind, facts: factsOf(training, recipient) });
  }

  private async recipients(trainingId: string, ids: readonly string[] | null): Promise<Recipient[]> {
    return this.database.query<Recipient>(
      `select m.name, coalesce(m.email, a.email) as address, r.waiting_place as "waitingPlace"
       from training_registrations r join staff_members m on m.id = r.staff_member_id left join accounts a on a.id = m.account_id
       where r.training_id = $1 and ($2::uuid[] is null or r.id = any ($2)) and r.state in ('confirmed', 'waiting')
         and coalesce(m.email, a.email) is not null
       order by r.arrival`,
      [trainingId, ids],
    );
  }
}

function headOf(
  { municipalityId }: TrainingDto,
  { name, address }: Recipient,
): { municipalityId: string; to: { name: string; address: string } } {
  return { municipalityId, to: { name, address } };
}

function factsOf({ id, title, sessions, place }: TrainingDto, { name }: Recipient): TrainingFacts {
  const dates = sessions.map(({ heldOn, startsAt, endsAt, place: own }) => ({
    ...{ date: heldOn as CalendarDate, startsAt, endsAt, place: own ?? place },
  }));
  return { name, trainingId: id, title, dates };
}
