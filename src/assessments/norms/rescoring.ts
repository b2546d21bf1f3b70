import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { ageInYears } from '../../kernel/calendar/age.js';
import { RescoringRepository, type ScoredResult } from './rescoring.repository.js';
import { type ChosenNorm, type NewScore, newScore, Scoring } from './scoring.js';

/** Computes the scores of a house anew. */
@Injectable()
export class Rescoring {
  constructor(
    private readonly results: RescoringRepository,
    private readonly scoring: Scoring,
    private readonly audit: Audit,
  ) {}

  /**
   * To be called as the system, in a transaction. What stays the same stays untouched, so a second time changes nothing; what changes
   * keeps its former score as history.
   */
  async house(house: string, batteryId: string, runId: string): Promise<void> {
    // In the order of those who write trials: first the assessments, then the norms.
    const results = await this.results.lockResults(house, batteryId);
    const norms = await this.scoring.holdNormsOf(batteryId);
    const changed = results
      .map((result) => ({ ...result, wanted: scoreAnew(result, norms.get(result.itemCode)) }))
      .filter(({ score, wanted }) => !isSame(score, wanted));
    if (changed.length === 0) return;
    await this.results.retire(
      house,
      changed.map(({ resultId }) => resultId),
    );
    await this.results.insert(
      house,
      changed.flatMap(({ resultId, wanted }) => (wanted ? [{ resultId, ...wanted }] : [])),
    );
    await this.audit.record({
      ...{ action: 'score.recompute', objectType: 'score_run' },
      ...{ objectId: runId, institutionId: house, fields: ['scores'] },
    });
  }
}

function scoreAnew(result: ScoredResult, chosen: ChosenNorm | undefined): NewScore | null {
  const { birthMonth, testedOn, sex, value } = result;
  if (!chosen || birthMonth === null) return null;
  return newScore(chosen, { sex, ageYears: ageInYears(birthMonth, testedOn), value });
}

const FIELDS = ['normSetId', 'sex', 'value', 'ageYears', 'z'] as const;

function isSame(one: NewScore | null, other: NewScore | null): boolean {
  if (!one || !other) return one === other;
  return FIELDS.every((field) => one[field] === other[field]);
}
