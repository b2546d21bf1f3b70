import { Injectable } from '@nestjs/common';
import type { Lms } from '../scoring/lms.js';
import { lmsAt } from '../scoring/norm-lookup.js';
import { curveOf, type ItemNorm, type Score, scoreOf } from '../scoring/score.js';
import { NormRepository } from './norm.repository.js';

/** The norms that score a task of a battery at present. */
export interface ChosenNorm {
  normSetId: string;
  norm: ItemNorm;
}

export interface ScoreQuestion {
  batteryId: string;
  itemCode: string;
  /** Only `male` and `female` have norms. */
  sex: string | null;
  /** `ageInYears` on the day of the test. */
  ageYears: number;
  /** What `deriveValue` gave. */
  value: number;
}

/** What a row of `scores` says, but for its id and result. */
export type NewScore = Omit<ScoreQuestion, 'batteryId' | 'itemCode'> &
  Pick<Score, 'z' | 'percentile' | 'performancePercentile' | 'class'> & { normSetId: string };

/**
 * Scores by the norms that are chosen for a battery's tasks. Norms never change, so each set's curves are read once; the choice is read
 * anew every time.
 */
@Injectable()
export class Scoring {
  private readonly known = new Map<string, ItemNorm>();

  constructor(private readonly norms: NormRepository) {}

  /** The norms in force for a battery, by task; tasks without norms are not among them. */
  async normsOf(batteryId: string): Promise<Map<string, ChosenNorm>> {
    const chosen = new Map<string, ChosenNorm>();
    for (const { itemCode, normSetId } of await this.norms.chosenFor(batteryId)) {
      const norm = await this.normOf(normSetId, itemCode);
      if (norm) chosen.set(itemCode, { normSetId, norm });
    }
    return chosen;
  }

  /** The same for whoever writes scores: the choice stays as it is until the transaction ends. */
  async holdNormsOf(batteryId: string): Promise<Map<string, ChosenNorm>> {
    await this.norms.holdChoice(batteryId);
    return this.normsOf(batteryId);
  }

  /** @returns null where there is no norm: for the task, the sex, the age or the value */
  async score({ batteryId, itemCode, ...measured }: ScoreQuestion): Promise<NewScore | null> {
    const chosen = (await this.normsOf(batteryId)).get(itemCode);
    return chosen ? newScore(chosen, measured) : null;
  }

  /** L, M and S for a child, for the range in which values are likely; null: no norm. */
  async lms({ batteryId, itemCode, sex, ageYears }: Omit<ScoreQuestion, 'value'>): Promise<Lms | null> {
    const chosen = (await this.normsOf(batteryId)).get(itemCode);
    const curve = chosen && curveOf(chosen.norm, sex);
    return curve ? lmsAt(curve, ageYears) : null;
  }

  /** A set's norms of one task; null if it has none. */
  async normOf(normSetId: string, itemCode: string): Promise<ItemNorm | null> {
    const key = `${normSetId} ${itemCode}`;
    const norm = this.known.get(key) ?? (await this.norms.findItemNorm(normSetId, itemCode));
    if (norm) this.known.set(key, norm);
    return norm;
  }
}

/** The score by norms that were looked up before; null where they have no answer. */
export function newScore(
  { normSetId, norm }: ChosenNorm,
  { sex, ageYears, value }: Omit<ScoreQuestion, 'batteryId' | 'itemCode'>,
): NewScore | null {
  const score = scoreOf(norm, { sex, age: ageYears, value });
  if (typeof score === 'string') return null;
  const { z, percentile, performancePercentile, class: class_ } = score;
  return { normSetId, value, ageYears, sex, z, percentile, performancePercentile, class: class_ };
}
