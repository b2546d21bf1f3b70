import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { OpenHouses } from '../open-houses.js';
import { InstitutionService } from '../institution.service.js';
import type { AddStepDto, CorrectStepDto, CreateParticipationDto } from './participation.dto.js';
import {
  assertForward,
  faultOf,
  overlapOf,
  type Step,
  type StepFault,
  summaryOf,
} from './participation-rules.js';
import { ParticipationRepository, type Run } from './participation.repository.js';

/** How institutions go through the programme: runs, each of steps. */
@Injectable()
export class ParticipationService {
  constructor(
    private readonly houses: OpenHouses,
    private readonly institutions: InstitutionService,
    private readonly participations: ParticipationRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Every run of the house, the latest first. */
  async list(institutionId: string): Promise<Run[]> {
    await this.institutions.get(institutionId);
    return this.participations.list(institutionId);
  }

  async create(institutionId: string, wanted: CreateParticipationDto): Promise<Created<Run>> {
    await this.houses.governed(institutionId);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.insert(institutionId, id, stepsOf(wanted), digest),
      stored: async () => {
        const record = await this.participations.find(id);
        return record && { record, digest: await this.participations.findDigest(institutionId, id) };
      },
    });
    if (outcome.created) await this.record('participation.create', outcome.record, Object.keys(wanted));
    return outcome;
  }

  async addStep(id: string, version: number, wanted: AddStepDto): Promise<Created<Run>> {
    const run = await this.governedRun(await this.participations.find(id));
    const stepId = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const outcome = await createOnce({
      digest,
      insert: () => this.insertStep(run, version, stepId, wanted, digest),
      stored: async () => ({
        record: await this.get(id),
        digest: await this.participations.findStepDigest(run.institutionId, stepId),
      }),
    });
    if (outcome.created) await this.record('participation.add_step', run, Object.keys(wanted));
    return outcome;
  }

  async correctStep(stepId: string, version: number, wanted: CorrectStepDto): Promise<Run> {
    const run = await this.governedRun(await this.participations.findRunOfStep(stepId));
    await assertUnchanged(run.version === version, () => this.get(run.id));
    const { correction, withdrawn = false, ...changes } = wanted;
    const old = run.steps.find(({ id }) => id === stepId);
    const others = run.steps.filter(({ id }) => id !== stepId);
    if (!old) throw Problem.notFound();
    const right: Step[] = withdrawn ? [] : [{ ...stepOnly(old), ...changes }];
    if (right.length + others.length === 0) throw onlyStep();
    if (!withdrawn && isSame(old, changes)) throw nothingCorrected();
    await this.assertPossible(run.institutionId, run.id, [...others, ...right]);
    await this.participations.withdrawStep(run.institutionId, stepId, correction, this.clock.now());
    for (const step of right) await this.store(run, uuidv7(), step);
    await this.summarise(run, version, [...others, ...right]);
    await this.record('participation_step.correct', run, Object.keys(wanted), stepId);
    return this.get(run.id);
  }

  /** Only what was entered by mistake: history is corrected, not thrown away. */
  async remove(id: string, version: number): Promise<void> {
    const run = await this.governedRun(await this.participations.find(id));
    if (run.steps.length > 1) throw hasHistory();
    if (await this.participations.hasActivities(run)) throw hasActivities();
    await assertUnchanged(await this.participations.remove(run, version), () => this.get(id));
    await this.record('participation.remove', run, []);
  }

  private async insert(institutionId: string, id: string, steps: Step[], digest: Buffer): Promise<boolean> {
    if (await this.participations.find(id)) return false;
    await this.assertPossible(institutionId, id, steps, steps.length > 1 ? closingFields : undefined);
    const run = { institutionId, id };
    const values = { ...run, ...summaryOf(steps), creationDigest: digest };
    const created = await this.participations.insert(values);
    if (created) for (const step of steps) await this.store(run, uuidv7(), step);
    return created;
  }

  private async insertStep(
    run: Run,
    version: number,
    id: string,
    { correction, ...wanted }: AddStepDto,
    creationDigest: Buffer,
  ): Promise<boolean> {
    if (await this.participations.findStepDigest(run.institutionId, id)) return false;
    await assertUnchanged(run.version === version, () => this.get(run.id));
    const step = stepOnly(wanted);
    assertForward(run.steps, step, correction !== undefined);
    const steps = [...run.steps, step];
    await this.assertPossible(run.institutionId, run.id, steps);
    await this.store(run, id, step, { correction: correction ?? null, creationDigest });
    await this.summarise(run, version, steps);
    return true;
  }

  private async store(
    { institutionId, id: participationId }: Pick<Run, 'institutionId' | 'id'>,
    id: string,
    step: Step,
    more: object = {},
  ): Promise<void> {
    await this.participations.insertStep({ institutionId, id, participationId, ...stepOnly(step), ...more });
  }

  private async summarise(run: Run, version: number, steps: Step[]): Promise<void> {
    await assertUnchanged(await this.participations.update(run, version, summaryOf(steps)), () =>
      this.get(run.id),
    );
  }

  /** @throws Problem 422 when the steps cannot have happened like this, or in another run's time */
  private async assertPossible(
    institutionId: string,
    id: string,
    steps: Step[],
    fieldOf: (fault: StepFault) => string = ({ field }) => field,
  ): Promise<void> {
    const fault = faultOf(steps, this.clock.today());
    if (fault) throw Problem.invalid(fieldOf(fault), fault.message);
    const runs = await this.participations.list(institutionId);
    const others = runs.filter((run) => run.id !== id).map((run) => run.steps);
    const overlap = overlapOf(
      steps,
      others.filter(({ length }) => length > 0),
    );
    if (overlap !== null) throw Problem.invalid('reachedOn', overlap);
  }

  /** The run, of a house that is the actor's to change and open; nobody else changes it until the end. @throws Problem 404, 409 */
  private async governedRun(run: Run | null): Promise<Run> {
    if (!run) throw Problem.notFound();
    await this.houses.governed(run.institutionId);
    // Only now: who held the lock may have changed it.
    return this.get(run.id);
  }

  private async get(id: string): Promise<Run> {
    const run = await this.participations.find(id);
    if (!run) throw Problem.notFound();
    return run;
  }

  private async record(action: string, run: Run, fields: string[], stepId?: string): Promise<void> {
    await this.audit.record({
      ...{ action, fields, institutionId: run.institutionId },
      objectType: stepId === undefined ? 'participation' : 'participation_step',
      objectId: stepId ?? run.id,
    });
  }
}

function stepOnly({
  status,
  reachedOn,
  reason = null,
}: Pick<Step, 'status' | 'reachedOn'> & Partial<Step>): Step {
  return { status, reachedOn, reason };
}

function stepsOf({ closedAs, closedOn, closedReason, ...first }: CreateParticipationDto): Step[] {
  if (closedAs === undefined) return [stepOnly(first)];
  if (closedOn === undefined) {
    throw Problem.invalid('closedOn', 'Ende fehlt: bitte angeben, wann die Teilnahme endete.');
  }
  return [stepOnly(first), stepOnly({ status: closedAs, reachedOn: closedOn, reason: closedReason ?? null })];
}

/** What is wrong with the end of a run that is entered as a whole stands at the fields of the end. */
function closingFields({ step, field }: StepFault): string {
  const names = { status: 'closedAs', reachedOn: 'closedOn', reason: 'closedReason' };
  return step.status === 'completed' || step.status === 'cancelled' ? names[field] : field;
}

function isSame(old: Step, changes: Partial<Step>): boolean {
  return (Object.keys(changes) as (keyof Step)[]).every((name) => changes[name] === old[name]);
}

function nothingCorrected(): Problem {
  return Problem.badRequest('Es hat sich nichts geändert: bitte Stand, Datum oder Grund berichtigen.');
}

function onlyStep(): Problem {
  return new Problem(
    409,
    'only_step',
    'Das ist der einzige Schritt dieser Teilnahme. Bitte ihn berichtigen oder die ganze Teilnahme zurücknehmen.',
  );
}

function hasHistory(): Problem {
  return new Problem(
    409,
    'participation_has_history',
    'Diese Teilnahme hat schon mehrere Schritte. Bitte falsche Schritte einzeln zurücknehmen oder die Teilnahme abbrechen.',
  );
}

function hasActivities(): Problem {
  return new Problem(
    409,
    'participation_has_activities',
    'In der Zeit dieser Teilnahme sind schon Aktivitäten oder Module eingetragen. Sie lässt sich nicht zurücknehmen, nur abbrechen.',
  );
}
