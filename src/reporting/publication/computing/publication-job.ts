import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Settings } from '../../../config/settings.js';
import { SYSTEM } from '../../../database/actor.js';
import { Database } from '../../../database/database.js';
import { databaseProblem } from '../../../database/sqlstate.js';
import { SETTINGS } from '../../../database/tokens.js';
import { JobQueue } from '../../../jobs/job-queue.js';
import { Clock } from '../../../kernel/calendar/clock.js';
import { CellRepository } from '../cells/cell.repository.js';
import type { Failure } from '../failures.js';
import { type Freeze, Freezer } from '../freezing/freezer.js';
import { NothingToPublish, TimeLimit } from '../publication-errors.js';
import type { Publication, StoredCell } from '../publication-types.js';
import { computeInWorker } from '../worker/compute-in-worker.js';
import { type BegunPublication, PreparationRepository, type Progress } from './preparation.repository.js';

const PAUSE_SECONDS = 2;
/** Progress is written down so often. */
const NOTE_MS = 1_000;

/** Somebody has thrown the publication away meanwhile. */
class NotWanted extends Error {}

interface Snapshot {
  freeze: Freeze;
  earlier: StoredCell[];
  at: Date;
}

/**
 * Prepares publications, one after the other: counts in one snapshot, computes in a thread, stores the cells in one transaction. What was counted
 * stays in memory and goes with it. A preparation that is interrupted begins anew; one that fails by a mistake is tried three times.
 */
@Injectable()
export class PublicationJob implements OnModuleInit {
  constructor(
    private readonly preparations: PreparationRepository,
    private readonly cells: CellRepository,
    private readonly freezer: Freezer,
    private readonly queue: JobQueue,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.queue.work('publications', PAUSE_SECONDS, ({ publication = '' }, ending) =>
      this.carryOut(publication, ending),
    );
  }

  private async carryOut(id: string, ending: AbortSignal): Promise<void> {
    const begun = await this.database.asSystem(() => this.preparations.begin(id));
    if (!begun) return;
    try {
      await this.prepare(begun, ending);
    } catch (error) {
      if (error instanceof NotWanted) return;
      // Who ends now leaves it as it is: the next process takes it up.
      if (ending.aborted) throw error;
      const failure = failureOf(error);
      const isFinal = await this.database.asSystem(() => this.preparations.giveUp(id, failure));
      if (!isFinal) throw error;
    }
  }

  private async prepare(begun: BegunPublication, ending: AbortSignal): Promise<void> {
    const { freeze, earlier, at } = await this.snapshot(begun);
    const computed = await this.compute(begun, { freeze, earlier, at }, ending);
    await this.database.asSystem(async () => {
      const prepared = { summary: computed.summary, dataAt: at, preparedAt: this.clock.now() };
      if (!(await this.preparations.finish(begun, prepared, freeze.fingerprint))) throw new NotWanted();
      await this.cells.insert(begun.id, begun.municipalityId, computed.cells);
    });
  }

  private async snapshot(begun: BegunPublication): Promise<Snapshot> {
    const at = this.clock.now();
    const context = { actor: SYSTEM, today: this.clock.today(), requestId: null, origin: null };
    return this.database.snapshot(context, async () => ({
      freeze: await this.freezer.freeze(begun.municipalityId, begun),
      earlier: await this.cells.listEarlier(begun.id),
      at,
    }));
  }

  /** Ends early when the publication is thrown away, or the program ends. */
  private async compute(
    { id }: BegunPublication,
    { freeze: { rows, houses }, earlier }: Snapshot,
    ending: AbortSignal,
  ): Promise<Publication> {
    const unwanted = new AbortController();
    let latest: Progress | null = null;
    const note = async (): Promise<void> => {
      const [progress] = [latest, (latest = null)];
      if (!progress) return;
      const isWanted = await this.database.asSystem(() => this.preparations.noteProgress(id, progress));
      if (!isWanted) unwanted.abort(new NotWanted());
    };
    // A database that is away for a moment takes the next one.
    const timer = setInterval(() => void note().catch(() => undefined), NOTE_MS);
    const input = { rows, houses, earlier, timeLimitSeconds: this.settings.publicationSeconds };
    const stop = AbortSignal.any([ending, unwanted.signal]);
    try {
      return await computeInWorker(input, (done, total, step) => (latest = { done, total, step }), stop);
    } finally {
      clearInterval(timer);
    }
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof NothingToPublish) return error.reason;
  if (error instanceof TimeLimit) return 'time_limit';
  return databaseProblem(error, {})?.status === 503 ? 'busy' : 'internal';
}
