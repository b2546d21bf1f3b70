import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { Created } from '../../kernel/http/created.js';
import { decodeCursor, type Page, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { Problem } from '../../kernel/problem/problem.js';
import { RegistrationLetters } from '../registrations/registration-letters.js';
import { Seats } from '../registrations/seats.js';
import type { TrainingState } from '../vocabulary.js';
import type { CreateTrainingDto, ListTrainingsDto, TrainingDto, UpdateTrainingDto } from './training.dto.js';
import { TrainingPartsRepository } from './training-parts.repository.js';
import { assertRegisterUntil, assertSessions, assertStep, type SessionTimes } from './training-rules.js';
import { TrainingRepository } from './training.repository.js';

/** The trainings of a municipality; kept by its coordinators. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly database: Database,
    private readonly trainings: TrainingRepository,
    private readonly parts: TrainingPartsRepository,
    private readonly seats: Seats,
    private readonly letters: RegistrationLetters,
    private readonly audit: Audit,
  ) {}

  async list(query: ListTrainingsDto): Promise<Page<TrainingDto>> {
    const limit = limitOf(query);
    const rows = await this.trainings.list(query, decodeCursor(query.cursor, ['date', 'uuid']), limit + 1);
    const page = pageOf(rows, limit, ({ firstDay, training }) => [firstDay, training.id]);
    return { ...page, items: page.items.map(({ training }) => training) };
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<TrainingDto> {
    const training = await this.trainings.find(id);
    if (!training) throw Problem.notFound();
    return training;
  }

  /** A draft. */
  async create(wanted: CreateTrainingDto): Promise<Created<TrainingDto>> {
    this.assertKeeps(wanted.municipalityId);
    await this.assertSound(wanted.municipalityId, wanted);
    assertRegisterUntil(wanted.registerUntil ?? null, wanted.sessions ?? []);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const { moduleIds, sessions, ...values } = wanted;
    const outcome = await createOnce({
      digest,
      insert: async () => {
        const isNew = await this.trainings.insert({ ...values, id, creationDigest: digest });
        if (isNew) await this.setParts(id, { moduleIds, sessions });
        return isNew;
      },
      stored: async () => {
        const record = await this.trainings.find(id);
        return record && { record, digest: await this.trainings.findDigest(id) };
      },
    });
    if (outcome.created) await this.record('training.create', id, wanted);
    return outcome;
  }

  /** Whoever waits moves up into seats that are new; those who are registered are told what concerns them. */
  async update(id: string, version: number, changes: UpdateTrainingDto): Promise<TrainingDto> {
    const before = await this.lock(id);
    await this.assertSound(before.municipalityId, changes);
    this.assertSteps(before, changes);
    assertStillRegistering(before, changes);
    assertCapacity(before, changes);
    const { moduleIds, sessions, confirm: _, ...values } = changes;
    const written = withoutEmpty(values, { moduleIds, sessions }, before);
    await assertUnchanged(await this.trainings.update(id, version, written), () => this.trainings.find(id));
    await this.setParts(id, { moduleIds, sessions });
    await this.record(changes.state === 'cancelled' ? 'training.cancel' : 'training.update', id, changes);
    const after = await this.get(id);
    await this.settle(before, after);
    return this.get(id);
  }

  /** Only a draft, which nobody has seen. */
  async remove(id: string, version: number): Promise<void> {
    const before = await this.lock(id);
    await assertUnchanged(before.version === version, () => Promise.resolve(before));
    if (!(await this.trainings.remove(id, version)))
      throw new Problem(
        409,
        'not_a_draft',
        'Gelöscht werden nur Entwürfe. Diese Fortbildung kann abgesagt werden.',
      );
    await this.record('training.remove', id, {});
  }

  private async settle(before: TrainingDto, after: TrainingDto): Promise<void> {
    if (after.state === 'cancelled') return this.letters.tellCancelled(after);
    if (after.state === 'open' || after.state === 'closed') {
      await this.seats.moveUp(after);
      if (before.state !== 'draft' && timetable(before) !== timetable(after))
        await this.letters.tellChanged(after);
    }
  }

  private async lock(id: string): Promise<TrainingDto> {
    const seen = await this.get(id);
    this.assertKeeps(seen.municipalityId);
    return (await this.trainings.lock(id)) ?? seen;
  }

  /** Others may read it, and so are told that it is not theirs to change. */
  private assertKeeps(municipalityId: string): void {
    if (!this.database.actor.municipalities.includes(municipalityId)) throw Problem.notFound();
  }

  private assertSteps(before: TrainingDto, changes: UpdateTrainingDto): void {
    const sessions = (changes.sessions ?? before.sessions) as SessionTimes[];
    const [from, to] = [before.state as TrainingState, changes.state];
    if (from === 'cancelled' && (to ?? from) === from)
      throw new Problem(409, 'training_cancelled', 'Diese Fortbildung ist abgesagt und bleibt so stehen.');
    const { today } = this.database.context;
    if (to !== undefined && to !== from) {
      assertStep({ from, to, reason: changes.cancelReason, sessions, today });
    } else {
      if (changes.cancelReason !== undefined)
        throw Problem.invalid('cancelReason', 'Grund: Er gehört nur zu einer Absage.');
      if (from !== 'draft' && sessions.length === 0)
        throw Problem.invalid('sessions', 'Termine: bitte mindestens einen Termin eintragen.');
    }
  }

  private async assertSound(
    municipalityId: string,
    { sessions, districtIds }: Pick<UpdateTrainingDto, 'sessions' | 'districtIds'>,
  ): Promise<void> {
    assertSessions(sessions ?? []);
    if (!districtIds || districtIds.length === 0) return;
    if ((await this.trainings.countDistricts(municipalityId, districtIds)) === districtIds.length) return;
    throw Problem.unknownReference('districtIds', 'Stadtbezirke: Einen davon gibt es in der Kommune nicht.');
  }

  private async setParts(
    id: string,
    { moduleIds, sessions }: Pick<UpdateTrainingDto, 'moduleIds' | 'sessions'>,
  ): Promise<void> {
    if (moduleIds) await this.parts.setModules(id, moduleIds);
    if (sessions) await this.parts.setSessions(id, sessions);
  }

  private async record(action: string, objectId: string, { ...fields }: object): Promise<void> {
    const written = Object.keys(fields).filter((field) => field !== 'confirm');
    await this.audit.record({ action, objectType: 'training', objectId, fields: written });
  }
}

/** Where the last day to register or the sessions change. @throws Problem 422 */
function assertStillRegistering(before: TrainingDto, { registerUntil, sessions }: UpdateTrainingDto): void {
  if (registerUntil === undefined && sessions === undefined) return;
  const day = registerUntil === undefined ? (before.registerUntil as CalendarDate | null) : registerUntil;
  assertRegisterUntil(day, sessions ?? before.sessions);
}

/** Nobody loses a seat that was confirmed; fewer seats than that have to be meant. @throws Problem 409 */
function assertCapacity({ confirmed, capacity: before }: TrainingDto, changes: UpdateTrainingDto): void {
  const { capacity = before, confirm = false } = changes;
  if (capacity >= before || capacity >= confirmed || confirm) return;
  const message = `Plätze: ${confirmed} sind schon bestätigt. Alle behalten ihren Platz, freie gibt es erst wieder unter ${capacity}.`;
  throw new Problem(409, 'below_confirmed', message, {
    field: 'capacity',
    errors: [{ field: 'capacity', message }],
  });
}

// Sessions and modules are rows of their own: without another field the training itself still gets a new version.
function withoutEmpty(values: object, parts: object, { title }: TrainingDto): object {
  const changed = Object.keys(values).length > 0 || Object.values(parts).every((part) => part === undefined);
  return changed ? values : { title };
}

/** When and where, as one text to compare. */
function timetable({ sessions, place }: TrainingDto): string {
  return JSON.stringify(
    sessions.map(({ heldOn, startsAt, endsAt, place: own }) => [
      heldOn as CalendarDate,
      startsAt,
      endsAt,
      own ?? place,
    ]),
  );
}
