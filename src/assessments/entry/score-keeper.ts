import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ageInYears } from '../../kernel/calendar/age.js';
import { type ChosenNorm, type NewScore, newScore, Scoring } from '../norms/scoring.js';
import { type ScoreBasis, ScoreRepository, type ScoreScope } from './score.repository.js';

/** What becomes of a result's score. */
interface Step {
  basis: ScoreBasis;
  next: NewScore | null;
}

/**
 * Keeps each result's score what it should be by its value, the child's age on the day and sex, and the norms in force. Whatever changes one
 * of them calls this in the same transaction. On an open day a new score takes the place of the old one; once the day is closed, or when
 * the norms have changed, the old one stays as history.
 */
@Injectable()
export class ScoreKeeper {
  constructor(
    private readonly scoring: Scoring,
    private readonly scores: ScoreRepository,
  ) {}

  keepForResult(institutionId: string, resultId: string): Promise<number> {
    return this.keep({ institutionId, resultId });
  }

  /** After another date. */
  keepForDay({ institutionId, id }: { institutionId: string; id: string }): Promise<number> {
    return this.keep({ institutionId, testDayId: id });
  }

  /** After another month of birth or sex. */
  keepForChildren(institutionId: string, childIds: string[]): Promise<number> {
    return this.keep({ institutionId, childIds });
  }

  /** @returns how many scores are others now */
  private async keep(scope: ScoreScope): Promise<number> {
    const known = new Map<string, Map<string, ChosenNorm>>();
    const steps: Step[] = [];
    for (const basis of await this.scores.listBases(scope)) {
      const { batteryId, itemCode } = basis;
      const norms = known.get(batteryId) ?? (await this.scoring.holdNormsOf(batteryId));
      known.set(batteryId, norms);
      const next = nextScore(norms.get(itemCode), basis);
      if (!isSame(basis.current, next)) steps.push({ basis, next });
    }
    await this.write(scope.institutionId, steps);
    return steps.length;
  }

  private async write(institutionId: string, steps: Step[]): Promise<void> {
    const stale = steps.flatMap(({ basis: { current, closed }, next }) => {
      const keep = closed || (next !== null && next.normSetId !== current?.normSetId);
      return current ? [{ id: current.id, keep }] : [];
    });
    const idsOf = (keep: boolean): string[] =>
      stale.filter((score) => score.keep === keep).map(({ id }) => id);
    await this.scores.replace(institutionId, idsOf(true));
    await this.scores.remove(institutionId, idsOf(false));
    await this.scores.add(
      institutionId,
      steps.flatMap(({ basis: { resultId }, next }) => (next ? [{ id: uuidv7(), resultId, ...next }] : [])),
    );
  }
}

function nextScore(norm: ChosenNorm | undefined, basis: ScoreBasis): NewScore | null {
  const { value, birthMonth, testedOn, sex } = basis;
  if (!norm || value === null || birthMonth === null) return null;
  return newScore(norm, { value, sex, ageYears: ageInYears(birthMonth, testedOn) });
}

// Doubles survive the way to the database and back unchanged.
function isSame(current: ScoreBasis['current'], next: NewScore | null): boolean {
  if (!current || !next) return !current && !next;
  return (
    current.normSetId === next.normSetId &&
    current.value === next.value &&
    current.ageYears === next.ageYears &&
    current.sex === next.sex
  );
}
