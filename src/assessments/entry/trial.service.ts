import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { assertUnchanged, contentDigest, createOnce } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { Created } from '../../kernel/http/created.js';
import { Problem } from '../../kernel/problem/problem.js';
import { deriveValue } from '../scoring/derive-value.js';
import { AssessmentLock, type HeldAssessment } from './assessment-lock.js';
import { assertTakesEntries, type EntryDay } from './entry-rules.js';
import { EntryRepository, type StoredTrial } from './entry.repository.js';
import { ScoreKeeper } from './score-keeper.js';
import type { SheetProtocolDto } from './sheet.dto.js';
import { SheetService } from './sheet.service.js';
import type { ChosenTrial, CreateTrialDto, TrialDto, UpdateTrialDto } from './trial.dto.js';
import { assertLikely, assertPossible, type WantedTrial } from './trial-rules.js';

/** Where a trial belongs, in the hands of one device. */
interface Place {
  day: EntryDay;
  protocol: SheetProtocolDto;
  held: HeldAssessment;
}

/** Every try is a write of its own, so that many devices enter one test day at once. */
@Injectable()
export class TrialService {
  constructor(
    private readonly database: Database,
    private readonly lock: AssessmentLock,
    private readonly entries: EntryRepository,
    private readonly sheets: SheetService,
    private readonly scores: ScoreKeeper,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async get(id: string): Promise<TrialDto> {
    const trial = await this.entries.findTrial(id);
    if (!trial) throw Problem.notFound();
    return this.shown(await this.lock.getDay(trial.testDayId), trial);
  }

  /** @throws Problem 404, 409 `no_consent`, `not_released`, `trial_taken` and others, 422 `out_of_range`, `implausible` and others */
  async create(wanted: CreateTrialDto): Promise<Created<TrialDto>> {
    const day = await this.lock.getDay(wanted.testDayId);
    const id = wanted.id ?? uuidv7();
    const digest = contentDigest(wanted);
    const { created, record } = await createOnce({
      digest,
      insert: () => this.insert(day, { ...wanted, id }, digest),
      stored: () => this.entries.findStoredTrial(day.institutionId, id),
    });
    return { created, record: await this.shown(day, record) };
  }

  async update(id: string, version: number, { chosen, ...changes }: UpdateTrialDto): Promise<TrialDto> {
    const { before, ...place } = await this.hold(id);
    if (chosen === 'stored') return this.leave(place.day, before, version);
    const { value, valid, confirmed = false } = changes;
    const { number, childId } = before;
    await this.assertGood(place, { number, childId, value, valid }, confirmed);
    const noted = {
      value,
      valid,
      confirmed,
      recordedBy: this.database.actor.accountId,
      recordedAt: this.clock.now(),
    };
    const updated = await this.entries.updateTrial(before, version, noted);
    await assertUnchanged(updated, () => this.current(place.day, id));
    await this.settle(place, before.resultId);
    await this.record(place.held, 'trial.update', before, Object.keys(changes));
    if (chosen) await this.recordChoice(before, chosen);
    return this.current(place.day, id);
  }

  async remove(id: string, version: number): Promise<void> {
    const { before, ...place } = await this.hold(id);
    const removed = await this.entries.removeTrial(before, version);
    await assertUnchanged(removed, () => this.current(place.day, id));
    await this.settle(place, before.resultId);
    await this.record(place.held, 'trial.remove', before, []);
  }

  /** Sent twice is answered from the store, even if the rules of today would refuse it: the trial is there. */
  private async insert(
    day: EntryDay,
    wanted: CreateTrialDto & { id: string },
    digest: Buffer,
  ): Promise<boolean> {
    const { id, childId, number, value, valid, confirmed = false } = wanted;
    const { institutionId } = day;
    if (await this.entries.findStoredTrial(institutionId, id)) return false;
    assertTakesEntries(day, this.clock.today());
    const protocol = await this.lock.getProtocol(day, wanted.protocolId);
    const held = await this.lock.take(day, childId);
    // Asked again under the lock: of fifty equal ones the first has written by now.
    if (await this.entries.findStoredTrial(institutionId, id)) return false;
    const place = { day, protocol, held };
    await this.assertGood(place, wanted, confirmed);
    const resultId = await this.resultFor(place);
    await this.assertFree(place, resultId, number);
    await this.entries.insertTrial({
      ...{ institutionId, id, resultId, number, value, valid, confirmed },
      ...{ recordedBy: this.database.actor.accountId, recordedAt: this.clock.now(), creationDigest: digest },
    });
    await this.settle(place, resultId);
    await this.record(held, 'trial.create', { id, institutionId }, ['number', 'value', 'valid', 'confirmed']);
    return true;
  }

  /** The stored trial with everything around it held. @throws Problem 404, 409 */
  private async hold(id: string): Promise<Place & { before: StoredTrial }> {
    const found = await this.entries.findTrial(id);
    if (!found) throw Problem.notFound();
    const day = await this.lock.getDay(found.testDayId);
    const held = await this.lock.takeExisting(day, found.childId);
    const before = await this.entries.findTrial(id);
    if (!held || !before) throw Problem.notFound();
    return { day, held, before, protocol: await this.lock.getProtocol(day, found.protocolId) };
  }

  private async resultFor({ held, protocol }: Place): Promise<string> {
    const results = await this.entries.listResults(held);
    const found = results.find(({ protocolId }) => protocolId === protocol.id);
    return found?.id ?? this.entries.addResult(held, protocol);
  }

  private async assertGood(
    { day, protocol }: Omit<Place, 'held'>,
    wanted: WantedTrial & { childId: string },
    confirmed: boolean,
  ): Promise<void> {
    assertPossible(protocol, wanted);
    if (wanted.value === null || confirmed) return;
    const { childId, number } = wanted;
    const { likely, trials } = await this.sheets.getResult(day, childId, protocol.id);
    const others = trials.flatMap((trial) => (trial.number === number ? [] : (trial.value ?? [])));
    assertLikely(protocol, wanted.value, likely, others);
  }

  /** @throws Problem 409 `trial_taken` with what another device has noted there */
  private async assertFree({ day, held }: Place, resultId: string, number: number): Promise<void> {
    const trials = await this.entries.listTrials(held, resultId);
    const taken = trials.find((trial) => trial.number === number);
    if (!taken) return;
    throw new Problem(
      409,
      'trial_taken',
      'Dieser Versuch ist schon eingetragen, vielleicht an einem anderen Gerät. Bitte beide Werte vergleichen.',
      { current: await this.shown(day, taken) },
    );
  }

  /** What the item comes to, and its score. Of whom nothing is left, nothing was tested – unless the day is closed and has a history. */
  private async settle({ held, protocol }: Place, resultId: string): Promise<void> {
    const trials = await this.entries.listTrials(held, resultId);
    if (trials.length === 0 && !held.closed) {
      await this.entries.removeResult(held, resultId);
      return this.entries.removeIfEmpty(held);
    }
    const derived = deriveValue(protocol, trials);
    await this.entries.setResult(held, resultId, { ...derived, reason: null });
    await this.scores.keepForResult(held.institutionId, resultId);
  }

  /** Of two values the stored one was chosen: only the choice is noted. */
  private async leave(day: EntryDay, stored: StoredTrial, version: number): Promise<TrialDto> {
    await assertUnchanged(stored.version === version, () => this.current(day, stored.id));
    await this.recordChoice(stored, 'stored');
    return this.shown(day, stored);
  }

  private async recordChoice({ id, institutionId }: StoredTrial, chosen: ChosenTrial): Promise<void> {
    const choice = { objectType: 'trial', objectId: id, institutionId, fields: ['value'] };
    await this.audit.record({ ...choice, action: 'trial.settle_conflict' });
    if (chosen === 'stored') await this.audit.record({ ...choice, action: 'trial.accept_stored' });
  }

  private async current(day: EntryDay, id: string): Promise<TrialDto> {
    const trial = await this.entries.findTrial(id);
    if (!trial) throw Problem.notFound();
    return this.shown(day, trial);
  }

  private async shown(day: EntryDay, { resultId: _, ...trial }: StoredTrial): Promise<TrialDto> {
    const result = await this.sheets.getResult(day, trial.childId, trial.protocolId);
    return { ...trial, result };
  }

  private async record(
    { closed }: HeldAssessment,
    action: string,
    { id, institutionId }: Pick<StoredTrial, 'id' | 'institutionId'>,
    fields: string[],
  ): Promise<void> {
    await this.audit.record({
      ...{
        action: closed ? 'trial.correct' : action,
        objectType: 'trial',
        objectId: id,
        institutionId,
        fields,
      },
    });
  }
}
