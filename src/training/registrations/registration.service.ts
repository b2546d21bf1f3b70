import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { TrainingDto } from '../trainings/training.dto.js';
import { TrainingRepository } from '../trainings/training.repository.js';
import { OwnRecordService } from './own-record.service.js';
import { RegistrationLetters } from './registration-letters.js';
import { assertMayRegister, assertMayWithdraw, Refusal } from './registration-rules.js';
import type {
  ListRegistrationsDto,
  RegisterDto,
  RegisteredDto,
  RegisterMyselfDto,
  RegistrationDto,
} from './registration.dto.js';
import { type Candidate, RegistrationRepository } from './registration.repository.js';
import { Seats } from './seats.js';

/**
 * Who is on a training, and who waits. Whoever registers does not see the registrations of other houses, and yet must not take a seat
 * twice: what may be done is asked as the person, then the system does it, alone with the training.
 */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly database: Database,
    private readonly trainings: TrainingRepository,
    private readonly registrations: RegistrationRepository,
    private readonly ownRecord: OwnRecordService,
    private readonly seats: Seats,
    private readonly letters: RegistrationLetters,
    private readonly audit: Audit,
  ) {}

  async list(query: ListRegistrationsDto): Promise<Page<RegistrationDto>> {
    const limit = limitOf(query);
    const after = decodeCursor(query.cursor, ['int', 'uuid']);
    const rows = await this.registrations.list(query.trainingId, after, limit + 1);
    return pageOf(rows, limit, ({ arrival, id }) => [arrival, id]);
  }

  /** Each person for themselves: one who is refused does not keep the others from their seats. */
  async register(work: WorkContext, wanted: RegisterDto): Promise<RegisteredDto[]> {
    const { trainingId, staffMemberIds, despiteOverlap } = wanted;
    const candidates = await this.database.run(work, async () => {
      await this.assertSeen(trainingId);
      return this.registrations.findCandidates(staffMemberIds);
    });
    return this.database.run(asSystem(work), async () => {
      const training = await this.lockOpen(work, trainingId);
      const answers: NewSeat[] = [];
      for (const id of staffMemberIds) {
        const candidate = candidates.find(({ staffMemberId }) => staffMemberId === id);
        answers.push(await this.tryOne(training, id, candidate, despiteOverlap));
      }
      await this.conclude(training, answers);
      return answers.map(({ isNew: _, ...answer }) => answer);
    });
  }

  /** @throws Problem 404 or 409; then nothing is changed */
  async registerMyself(work: WorkContext, wanted: RegisterMyselfDto): Promise<RegistrationDto> {
    const { trainingId, institutionId, despiteOverlap } = wanted;
    await this.database.run(work, () => this.assertSeen(trainingId));
    return this.database.run(asSystem(work), async () => {
      const training = await this.lockOpen(work, trainingId);
      const candidate = await this.ownRecord.ensure(work.actor, institutionId);
      const answer = await this.tryOne(training, candidate.staffMemberId, candidate, despiteOverlap);
      if (!answer.registration) throw new Problem(409, answer.code ?? 'refused', answer.reason ?? '');
      await this.conclude(training, [answer]);
      return answer.registration;
    });
  }

  /** Gives the place back; whoever waits longest gets it. */
  async withdraw(work: WorkContext, id: string, version: number): Promise<RegistrationDto> {
    // Whoever may read whose registration it is may give it back: the person, the lead of the house, the coordinators.
    const seen = await this.database.run(work, () => this.get(id));
    if (seen.name === null) throw Problem.notFound();
    return this.database.run(asSystem(work), async () => {
      const training = await this.lock(seen.trainingId);
      const before = await this.get(id);
      assertMayWithdraw(before, training, work);
      const done = await this.registrations.setState(before, version, 'withdrawn');
      await assertUnchanged(done, () => this.get(id));
      await this.record('training_registration.withdraw', [before], ['state']);
      await this.seats.moveUp(training);
      return this.get(id);
    });
  }

  /** What is written and said of those who are new. */
  private async conclude(training: TrainingDto, answers: NewSeat[]): Promise<void> {
    const isNew = answers.flatMap(({ isNew: made, registration }) =>
      made && registration ? [registration] : [],
    );
    await this.record('training_registration.create', isNew, ['trainingId', 'staffMemberId', 'state']);
    const idsOf = (state: string): string[] => isNew.filter((row) => row.state === state).map(({ id }) => id);
    await this.letters.tellConfirmed(training, idsOf('confirmed'));
    await this.letters.tellWaiting(training, idsOf('waiting'));
  }

  private async tryOne(
    training: TrainingDto,
    staffMemberId: string,
    candidate: Candidate | undefined,
    despiteOverlap = false,
  ): Promise<NewSeat> {
    try {
      if (!candidate) throw new Refusal('not_found', 'Diese Fachkraft gibt es hier nicht.');
      return await this.seatOne(training, candidate, despiteOverlap);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message: reason } = error;
      return { staffMemberId, outcome: 'refused', registration: null, code, reason, isNew: false };
    }
  }

  private async seatOne(
    training: TrainingDto,
    { staffMemberId, houseIds }: Candidate,
    despiteOverlap: boolean,
  ): Promise<NewSeat> {
    const known = await this.registrations.findOf(training.id, staffMemberId);
    if (known && known.state !== 'withdrawn') return seatOf(known, false);
    const institutionId = await this.fittingHouse(training, houseIds);
    if (!despiteOverlap) await this.assertFree(training.id, staffMemberId);
    const free = await this.registrations.countFree(training.id);
    await this.registrations.arrive({
      ...{ trainingId: training.id, staffMemberId, institutionId },
      state: free > 0 ? 'confirmed' : 'waiting',
      registeredBy: this.database.actor.accountId,
    });
    const made = await this.registrations.findOf(training.id, staffMemberId);
    if (!made) throw new Error('A registration vanished while its training was held');
    return seatOf(made, true);
  }

  private async fittingHouse(training: TrainingDto, houseIds: string[]): Promise<string> {
    if (houseIds.length === 0)
      throw new Refusal('no_position', 'Diese Fachkraft arbeitet in keiner Einrichtung mehr.');
    const fitting = await this.registrations.findFittingHouse(training.id, houseIds);
    if (fitting === null) throw Refusal.notForHouse(training);
    return fitting;
  }

  private async assertFree(trainingId: string, staffMemberId: string): Promise<void> {
    const other = await this.registrations.findOverlap(trainingId, staffMemberId);
    if (other) throw Refusal.overlap(other.title, other.heldOn);
  }

  private async lockOpen(work: WorkContext, trainingId: string): Promise<TrainingDto> {
    const training = await this.lock(trainingId);
    assertMayRegister(training, work);
    return training;
  }

  private async lock(trainingId: string): Promise<TrainingDto> {
    const training = await this.trainings.lock(trainingId);
    if (!training) throw Problem.notFound();
    return training;
  }

  private async assertSeen(trainingId: string): Promise<void> {
    if (await this.trainings.find(trainingId)) return;
    throw Problem.unknownReference('trainingId', 'Fortbildung: Diese Fortbildung gibt es nicht.');
  }

  private async get(id: string): Promise<RegistrationDto> {
    const registration = await this.registrations.find(id);
    if (!registration) throw Problem.notFound();
    return registration;
  }

  private async record(action: string, rows: RegistrationDto[], fields: string[]): Promise<void> {
    if (rows.length === 0) return;
    const entry = { action, objectType: 'training_registration', fields };
    await this.audit.recordAll(
      rows.map(({ id, institutionId }) => ({ ...entry, objectId: id, institutionId })),
    );
  }
}

/** `isNew`: made by this request, not there before. */
type NewSeat = RegisteredDto & { isNew: boolean };

function seatOf(registration: RegistrationDto, isNew: boolean): NewSeat {
  const { staffMemberId, state } = registration;
  return { staffMemberId, outcome: state, registration, code: null, reason: null, isNew };
}
