import { Inject, Injectable } from '@nestjs/common';
import { holds } from '../../access/roles.js';
import { Brake } from '../../access/sessions/brake.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { lacksSecondFactor } from '../../access/second-factor/second-factor-rules.js';
import type { Settings } from '../../config/settings.js';
import { type Actor, asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { databaseProblem, type ConstraintProblems } from '../../database/sqlstate.js';
import { CONSTRAINT_PROBLEMS, SETTINGS } from '../../database/tokens.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { EntryHolding } from '../held/entry-holding.js';
import type { Refusal } from '../held/held-reason.js';
import { SealingKeyService } from '../keys/sealing-key.service.js';
import { EntryKinds } from '../kinds/entry-kinds.js';
import { NeverThere } from '../kinds/entry-kind.js';
import { type Arrival, ArrivalRepository } from './arrival.repository.js';
import { correctedDay, dayIn } from './clock-rules.js';
import { digestOf, openEnvelope } from './envelope.js';
import type { OpenedEntry } from './opened-entry.js';
import { ProofService, type Standing } from './proof.service.js';
import type { SealedAnswerDto, SealedEntryDto } from './sealed-entry.dto.js';

// A test day with every slip there may be; whoever has a stolen tablet must not bury the lead under entries.
const FREE_HELD = 500;
const LONGEST_WAIT_SECONDS = 60;

/** Another sending of the same entry came first. */
class CameBefore extends Error {}

/** Takes in what was noted while nobody was signed in: done as its author's, or held for the lead; once, however often it is sent. */
@Injectable()
export class SealedEntryService {
  constructor(
    private readonly database: Database,
    private readonly keys: SealingKeyService,
    private readonly proofs: ProofService,
    private readonly kinds: EntryKinds,
    private readonly arrivals: ArrivalRepository,
    private readonly holding: EntryHolding,
    private readonly brake: Brake,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CONSTRAINT_PROBLEMS) private readonly constraints: ConstraintProblems,
  ) {}

  /**
   * @throws Problem 401 `unknown_device`, 422 `unreadable_envelope`, `id_reused`, `unknown_author`; what the operation refuses, where there
   * is no house whose lead could decide; 429 where very many were held lately
   */
  async receive(sealed: SealedEntryDto, request: ActorRequest): Promise<Created<SealedAnswerDto>> {
    const digest = digestOf(sealed.envelope);
    const known = await this.findArrival(sealed.id);
    if (known) return { created: false, record: sameAnswer(known, digest) };
    const entry = await this.open(sealed, digest);
    const standing = await this.proofs.judge(entry, request);
    try {
      const arrival = await this.take(entry, standing, workOf(request));
      return { created: true, record: answerOf(arrival) };
    } catch (error) {
      if (!(error instanceof CameBefore)) throw error;
      const first = await this.findArrival(sealed.id);
      if (!first) throw Problem.busy(1);
      return { created: false, record: sameAnswer(first, digest) };
    }
  }

  private async open({ id, envelope, deviceTime }: SealedEntryDto, digest: Buffer): Promise<OpenedEntry> {
    const content = await openEnvelope(id, envelope, (kid) =>
      this.database.asSystem(() => this.keys.findPrivate(kid)),
    );
    const readings = {
      notedAt: new Date(content.notedAt),
      deviceTime: new Date(deviceTime),
      now: this.clock.now(),
    };
    return { ...content, digest, readings };
  }

  /** In doubt it is held at once; otherwise it is tried, and held if it is refused for good. */
  private async take(entry: OpenedEntry, standing: Standing, work: WorkContext): Promise<Arrival> {
    const { doubt, actor } = standing;
    if (doubt || !actor)
      return this.hold(entry, standing, { reason: doubt ?? 'access_ended', problem: null }, work);
    const proposed = this.proposedDay(entry);
    if (proposed) return this.hold(entry, standing, { reason: 'clock', problem: null, proposed }, work);
    try {
      return await this.run(entry, actor, work);
    } catch (error) {
      if (error instanceof CameBefore) throw error;
      if (error instanceof NeverThere) return this.note(entry, work);
      const problem = this.problemOf(error);
      if (!problem || passes(problem)) throw error;
      return this.hold(entry, standing, refusalOf(problem), work);
    }
  }

  /** The record and its arrival, or neither. */
  private async run(entry: OpenedEntry, actor: Actor, work: WorkContext): Promise<Arrival> {
    const kind = this.kinds.of(entry.kind);
    const arrival = arrivalOf(entry, entry.withdrawn ? 'withdrawn' : 'stored');
    await this.database.run({ ...work, actor }, async () => {
      if (!(await this.arrivals.claim(arrival))) throw new CameBefore();
      if (lacksSecondFactor(actor, this.settings) || !kind.roles.some((role) => holds(actor, role)))
        throw Problem.forbidden();
      await kind.run(entry);
    });
    return arrival;
  }

  private async note(entry: OpenedEntry, work: WorkContext): Promise<Arrival> {
    const arrival = arrivalOf(entry, 'withdrawn');
    await this.database.run(asSystem(work), async () => {
      if (!(await this.arrivals.claim(arrival))) throw new CameBefore();
    });
    return arrival;
  }

  private async hold(
    entry: OpenedEntry,
    standing: Standing,
    refusal: Refusal,
    work: WorkContext,
  ): Promise<Arrival> {
    const arrival = arrivalOf(entry, 'held');
    const value = standing.tablet?.id ?? entry.author;
    const limit = { kind: 'held', value, free: FREE_HELD, longestWaitSeconds: LONGEST_WAIT_SECONDS };
    await this.database.asSystem(() => this.brake.admit([limit]));
    await this.database.run(asSystem(work), async () => {
      const institutionId = await this.houseFor(entry, standing, refusal);
      if (!(await this.arrivals.claim(arrival))) throw new CameBefore();
      await this.holding.hold({ entry, standing, institutionId, ...refusal });
    });
    return arrival;
  }

  /** The house whose lead decides. @throws Problem what there is to say where no lead could: then the entry stays on the device */
  private async houseFor(entry: OpenedEntry, { houses }: Standing, { problem }: Refusal): Promise<string> {
    const house = await this.kinds.of(entry.kind).houseOf(entry);
    if (house !== null && houses.includes(house)) return house;
    throw problem ?? noHouse();
  }

  /** The day as it probably is, where the device's clock was so wrong that it is another one. */
  private proposedDay({ kind, body, readings, withdrawn }: OpenedEntry): string | null {
    const day = withdrawn ? null : dayIn(this.kinds.of(kind).dayOf?.(body));
    const corrected = day && correctedDay(day, readings);
    return corrected === day ? null : corrected;
  }

  private problemOf(error: unknown): Problem | null {
    return error instanceof Problem ? error : databaseProblem(error, this.constraints);
  }

  private findArrival(id: string): Promise<Arrival | null> {
    return this.database.asSystem(() => this.arrivals.find(id));
  }
}

function refusalOf(problem: Problem): Refusal {
  return { reason: problem.code === 'institution_archived' ? 'house_closed' : 'refused', problem };
}

/** Later it may be done: nothing has been decided about the entry. */
function passes({ status }: Problem): boolean {
  return status >= 500 || status === 429 || status === 408;
}

function arrivalOf({ id, author: authorId, digest }: OpenedEntry, outcome: Arrival['outcome']): Arrival {
  return { id, authorId, digest, outcome };
}

/** @throws Problem 422 `id_reused` for another envelope under the id */
function sameAnswer(arrival: Arrival, digest: Buffer): SealedAnswerDto {
  if (!arrival.digest.equals(digest)) throw Problem.idReused();
  return answerOf(arrival);
}

function answerOf({ id, digest, outcome }: Arrival): SealedAnswerDto {
  return { id, digest: digest.toString('base64url'), state: outcome };
}

function noHouse(): Problem {
  return new Problem(
    403,
    'access_ended',
    'Dieser Eintrag gehört zu einem Zugang, der nicht mehr gilt, und niemand sonst kann ihn bestätigen. Er bleibt auf dem Gerät.',
  );
}
