import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { type Actor, asSystem, type WorkContext } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { assertUnchanged } from '../../database/records.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { assertGoverns } from '../governance.js';
import { assertConsistent } from '../institution-rules.js';
import type { InstitutionDto } from '../institution.dto.js';
import { InstitutionService } from '../institution.service.js';
import { fieldsOf, MERGE_CHOICES, type MergeField } from './merge-plan.js';
import type { DuplicateDto, MergeDto, MergePreviewDto } from './merge.dto.js';
import { MergeChildren } from './merge-children.js';
import { MergeRepository, type Pair } from './merge.repository.js';

/**
 * Makes one institution of two entries. It moves what the person could not even see (an educator's activities, roles), so it runs as the
 * system, in one transaction, once it is clear that the person governs both.
 */
@Injectable()
export class MergeService {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionService,
    private readonly merges: MergeRepository,
    private readonly children: MergeChildren,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  listDuplicates(municipalityId: string | undefined): Promise<DuplicateDto[]> {
    return this.merges.listDuplicates(municipalityId ?? null);
  }

  /** @throws Problem 404 or 409 */
  preview(work: WorkContext, staying: string, vanishing: string): Promise<MergePreviewDto> {
    return this.database.run(asSystem(work), async () => {
      const pair = { staying, vanishing };
      const [stays, vanishes] = await this.assertMay(work.actor, pair);
      return {
        staying: stays,
        vanishing: vanishes,
        differing: MERGE_CHOICES.filter((choice) =>
          fieldsOf(choice).some((field) => stays[field] !== vanishes[field]),
        ),
        stayingCounts: await this.merges.count(staying),
        vanishingCounts: await this.merges.count(vanishing),
        joined: await this.merges.listTwins(pair),
        overlapping: await this.merges.overlaps(pair),
      };
    });
  }

  /** @throws Problem 404, 409, 412 or 422; then nothing is changed */
  merge(work: WorkContext, staying: string, version: number, wanted: MergeDto): Promise<InstitutionDto> {
    return this.database.run(asSystem(work), async () => {
      const pair = { staying, vanishing: wanted.vanishingId };
      const fields = knownFields(wanted.fields);
      await this.assertMay(work.actor, pair);
      await this.merges.lock(pair);
      const [stays, vanishes] = await this.assertMay(work.actor, pair);
      await assertUnchanged(stays.version === version, () => Promise.resolve(stays));
      await assertUnchanged(vanishes.version === wanted.vanishingVersion, () => Promise.resolve(vanishes));
      await this.assertRuns(pair, wanted);
      await this.move(pair, wanted);
      const taken = fields.flatMap(fieldsOf).map((field) => [field, vanishes[field]] as const);
      await this.settle(pair, Object.fromEntries(taken), stays);
      await this.record(pair, wanted);
      return this.institutions.get(staying);
    });
  }

  private async move(pair: Pair, { runs }: MergeDto): Promise<void> {
    await this.merges.moveTestDays(pair);
    await this.children.move(pair);
    await this.merges.moveGroups(pair);
    await this.merges.moveRuns(pair, runs);
    await this.merges.moveCoaches(pair, this.clock.today());
    await this.merges.moveDetails(pair);
    await this.merges.moveProgramme(pair);
    await this.merges.moveStaff(pair);
    await this.merges.movePeople(pair);
  }

  private async settle(pair: Pair, values: Partial<InstitutionDto>, stays: InstitutionDto): Promise<void> {
    assertConsistent({ ...stays, ...values }, this.clock.today());
    await this.merges.retire(pair, this.clock.now());
    await this.merges.setFields(pair.staying, values);
  }

  /** Both entries, if the person governs them and they can be one. @throws Problem 404 for others', 409 for what does not fit */
  private async assertMay(
    actor: Actor,
    { staying, vanishing }: Pair,
  ): Promise<[InstitutionDto, InstitutionDto]> {
    const [stays, vanishes] = [await this.institutions.get(staying), await this.institutions.get(vanishing)];
    for (const { municipalityId } of [stays, vanishes]) assertGoverns(actor, municipalityId);
    if (staying === vanishing) throw refused('merge_same', 'Das ist zweimal dieselbe Einrichtung.');
    if (stays.kind !== vanishes.kind || stays.municipalityId !== vanishes.municipalityId) {
      throw refused(
        'merge_different',
        'Zusammenführen lassen sich nur zwei Kitas oder zwei Schulen derselben Kommune.',
      );
    }
    if (stays.mergedInto !== null || vanishes.mergedInto !== null) {
      throw refused(
        'already_merged',
        'Eine der beiden ist inzwischen schon mit einer anderen zusammengeführt.',
      );
    }
    if (stays.archivedAt !== null) {
      throw refused(
        'merge_archived',
        'Die Einrichtung, die bleibt, ist archiviert. Bitte erst wiederherstellen.',
      );
    }
    return [stays, vanishes];
  }

  private async assertRuns(pair: Pair, { runs }: MergeDto): Promise<void> {
    if (runs !== undefined || !(await this.merges.overlaps(pair))) return;
    throw refused(
      'participations_overlap',
      'Beide Einträge haben zur selben Zeit teilgenommen. Bitte auswählen, welche Teilnahme bleibt.',
    );
  }

  // In one order, so that two merges never wait for each other.
  private async record({ staying, vanishing }: Pair, wanted: MergeDto): Promise<void> {
    const fields = ['vanishingId', ...wanted.fields];
    const entry = (id: string, action: string, written: string[]) => ({
      ...{ action, objectType: 'institution', objectId: id, institutionId: id, fields: written },
    });
    await this.audit.recordAll([
      entry(staying, 'institution.merge', fields),
      entry(vanishing, 'institution.retire', ['mergedInto']),
    ]);
  }
}

function knownFields(fields: string[]): MergeField[] {
  const known = MERGE_CHOICES.filter((field) => fields.includes(field));
  if (known.length === fields.length) return known;
  throw Problem.invalid('fields', 'Felder: Eines davon lässt sich nicht auswählen oder steht zweimal da.');
}

function refused(code: string, sentence: string): Problem {
  return new Problem(409, code, sentence);
}
