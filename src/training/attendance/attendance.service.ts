import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import {
  assertTakesPlace,
  type HeldSession,
  isOutdated,
  isSame,
  type Outcome,
  outcomeOf,
  type StoredMark,
  type WantedMark,
} from './attendance-rules.js';
import type { AttendanceSheetDto, MarkDto, MarkInputDto } from './attendance.dto.js';
import { AttendanceRepository, type Participant, type SheetTraining } from './attendance.repository.js';

/** A tick with what it comes to and what is stored in its place. */
interface Step {
  wanted: MarkInputDto;
  institutionId: string;
  outcome: Outcome | null;
  stored: StoredMark | undefined;
}

/** Who was there: the list of a training, and each tick on it. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly attendances: AttendanceRepository,
    private readonly audit: Audit,
  ) {}

  /** The list with its sessions and those whom the reader may name. @throws Problem 404 */
  async getSheet(trainingId: string): Promise<AttendanceSheetDto> {
    const training = await this.attendances.findTraining(trainingId);
    if (!training) throw Problem.notFound();
    const { id, ...facts } = training;
    const sessions = await this.attendances.listSessions(id);
    const totalMinutes = sessions.reduce((total, { minutes }) => total + minutes, 0);
    const people = await this.attendances.listPeople(id);
    return { trainingId: id, ...facts, totalMinutes, sessions, people };
  }

  /**
   * Writes ticks, all or none. What is stored already is left as it is, so that a tick may be sent twice.
   * @throws Problem 404, 409, 412 with what somebody else has ticked meanwhile, 422
   */
  async take(trainingId: string, wanted: MarkInputDto[]): Promise<MarkDto[]> {
    assertNoneTwice(wanted);
    const training = await this.lock(trainingId);
    const steps = await this.plan(training, wanted);
    const outdated = steps.filter(({ stored, wanted: mark, outcome }) => isOutdated(stored, mark, outcome));
    if (outdated.length > 0) throw changedMeanwhile(outdated);
    const changes = steps.filter(({ stored, outcome }) => !isSame(stored, outcome));
    await this.write(changes);
    await this.record(training, changes);
    await this.recordChoices(steps);
    const stored = await this.attendances.listMarks(trainingId);
    return wanted.map((mark) => markOf(mark, stored));
  }

  /** The training's row, so that two who tick at once come one after the other. @throws Problem 404, 409 */
  async lock(trainingId: string): Promise<SheetTraining> {
    const training = await this.attendances.lockTraining(trainingId);
    if (!training) throw Problem.notFound();
    assertTakesPlace(training.state);
    return training;
  }

  private async plan({ id }: SheetTraining, wanted: MarkInputDto[]): Promise<Step[]> {
    const sessions = await this.attendances.listSessions(id);
    const participants = await this.attendances.listParticipants(id);
    const stored = await this.attendances.listMarks(id);
    const { today } = this.database.context;
    return wanted.map((mark) => ({
      wanted: mark,
      institutionId: participantOf(mark, participants).institutionId,
      outcome: outcomeOf(mark, sessionOf(mark, sessions), today),
      stored: stored.find((other) => isSamePlace(other, mark)),
    }));
  }

  private async write(changes: Step[]): Promise<void> {
    const ticks = changes.flatMap(({ wanted: { registrationId, sessionId }, institutionId, outcome }) =>
      outcome ? [{ institutionId, registrationId, sessionId, ...outcome }] : [],
    );
    if (ticks.length > 0) await this.attendances.saveMarks(ticks);
    const gone = changes.filter(({ outcome }) => outcome === null).map(({ wanted }) => wanted);
    if (gone.length > 0) await this.attendances.removeMarks(gone);
  }

  // After the training is over a tick is no tick any more but a correction, and the trail says so.
  private async record({ state }: SheetTraining, changes: Step[]): Promise<void> {
    const action = state === 'completed' ? 'attendance.correct' : 'attendance.take';
    const entries = changes.map(({ institutionId, wanted }) => ({
      ...{ action, objectType: 'attendance', objectId: wanted.registrationId, institutionId },
      fields: ['attendance', 'minutes'],
    }));
    if (entries.length > 0) await this.audit.recordAll(entries);
  }

  /** Where two had marked the same place, and a person said which of the two counts. */
  private async recordChoices(steps: Step[]): Promise<void> {
    const entries = steps.flatMap(({ institutionId, wanted: { registrationId, chosen } }) => {
      const actions = chosen === 'stored' ? ['settle_conflict', 'accept_stored'] : ['settle_conflict'];
      return (chosen ? actions : []).map((action) => ({
        ...{ action: `attendance.${action}`, objectType: 'attendance', objectId: registrationId },
        ...{ institutionId, fields: ['attendance'] },
      }));
    });
    if (entries.length > 0) await this.audit.recordAll(entries);
  }
}

// One statement writes them all: what came of two for the same place would be chance.
function assertNoneTwice(wanted: WantedMark[]): void {
  const places = new Set(wanted.map(({ registrationId, sessionId }) => `${registrationId} ${sessionId}`));
  if (places.size === wanted.length) return;
  throw Problem.invalid('marks', 'Anwesenheit: bitte je Person und Termin nur eine Angabe.');
}

function participantOf({ registrationId }: WantedMark, participants: Participant[]): Participant {
  const found = participants.find(({ id }) => id === registrationId);
  if (found) return found;
  throw Problem.unknownReference('registrationId', 'Anmeldung: Diese Person steht nicht auf der Liste.');
}

function sessionOf({ sessionId }: WantedMark, sessions: HeldSession[]): HeldSession {
  const found = sessions.find(({ id }) => id === sessionId);
  if (found) return found;
  throw Problem.unknownReference('sessionId', 'Termin: Diesen Termin hat die Fortbildung nicht (mehr).');
}

function isSamePlace(a: Pick<WantedMark, 'registrationId' | 'sessionId'>, b: typeof a): boolean {
  return a.registrationId === b.registrationId && a.sessionId === b.sessionId;
}

function markOf(mark: WantedMark, stored: StoredMark[]): MarkDto {
  const { registrationId, sessionId } = mark;
  const found = stored.find((other) => isSamePlace(other, mark));
  return found ?? { registrationId, sessionId, state: null, minutes: 0, version: 0 };
}

function changedMeanwhile(outdated: Step[]): Problem {
  const stored = outdated.flatMap((step) => step.stored ?? []);
  return new Problem(
    412,
    'changed_meanwhile',
    'Hier hat inzwischen jemand anders etwas eingetragen. Die Liste zeigt jetzt den neuen Stand.',
    { current: { items: outdated.map(({ wanted }) => markOf(wanted, stored)) } },
  );
}
