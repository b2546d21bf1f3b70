import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import type { TrainingDto } from '../trainings/training.dto.js';
import { RegistrationLetters } from './registration-letters.js';
import { RegistrationRepository } from './registration.repository.js';

/** Fills seats that have become free. The training's row must be held (TrainingRepository.lock). */
@Injectable()
export class Seats {
  constructor(
    private readonly database: Database,
    private readonly registrations: RegistrationRepository,
    private readonly letters: RegistrationLetters,
    private readonly audit: Audit,
  ) {}

  /** Whoever waits longest gets the seat, and is told; not any more once the training has begun. */
  async moveUp(training: TrainingDto): Promise<void> {
    if (hasBegun(training, this.database.context.today)) return;
    const free = await this.registrations.countFree(training.id);
    if (free <= 0) return;
    const moved = await this.registrations.promote(training.id, free);
    if (moved.length === 0) return;
    const entry = { action: 'training_registration.move_up', objectType: 'training_registration' };
    await this.audit.recordAll(
      moved.map(({ id, institutionId }) => ({ ...entry, objectId: id, institutionId, fields: ['state'] })),
    );
    await this.letters.tellMovedUp(
      training,
      moved.map(({ id }) => id),
    );
  }
}

/** Its first session was before today. */
export function hasBegun({ sessions }: Pick<TrainingDto, 'sessions'>, today: string): boolean {
  return sessions.some(({ heldOn }) => heldOn < today);
}
