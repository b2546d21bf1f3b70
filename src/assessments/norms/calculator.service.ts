import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/problem/problem.js';
import { curveOf, scoreOf } from '../scoring/score.js';
import { curveOfPoints } from './curves.js';
import type { AskCurveDto, AskScoreDto, CurveDto, ScoreDto } from './norm-set.dto.js';
import { NormSetRepository } from './norm-set.repository.js';
import { NormSetService } from './norm-set.service.js';
import { Scoring } from './scoring.js';

/** Answers questions to a set of norms; about nobody in particular. */
@Injectable()
export class NormCalculator {
  constructor(
    private readonly normSets: NormSetService,
    private readonly repository: NormSetRepository,
    private readonly scoring: Scoring,
  ) {}

  /** @throws Problem 404 for an unknown set or task; a task without norms there is an answer */
  async score(id: string, { item, sex, age, raw: value }: AskScoreDto): Promise<ScoreDto> {
    await this.normSets.get(id);
    const { ceiling } = await this.getTask(item);
    const score = scoreOf(await this.scoring.normOf(id, item), { sex, age, value, ceiling });
    return typeof score === 'string'
      ? { ...NO_NORM, reason: score }
      : { status: 'ok', reason: null, ...score };
  }

  /** @throws Problem 404, also where the set has no norms for the task or the sex */
  async curve(id: string, { item, sex }: AskCurveDto): Promise<CurveDto> {
    const set = await this.normSets.get(id);
    const task = set.items.find(({ itemCode }) => itemCode === item);
    const norm = task && (await this.scoring.normOf(id, item));
    const points = norm && curveOf(norm, sex);
    if (!points) {
      throw Problem.unknownReference('item', 'Aufgabe: Dafür hat diese Normtabelle keine Werte.');
    }
    const { itemCode, itemTitle, unit, direction } = task;
    return { itemCode, itemTitle, unit, direction, sex, points: curveOfPoints(points) };
  }

  private async getTask(item: string): Promise<{ ceiling: number | null }> {
    const task = (await this.repository.tasks()).find(({ code }) => code === item);
    if (!task) throw Problem.unknownReference('item', 'Aufgabe: Diese Aufgabe gibt es nicht.');
    return task;
  }
}

const NO_NORM: ScoreDto = {
  ...{ status: 'no_norm', reason: null, z: null, percentile: null },
  ...{ performanceZ: null, performancePercentile: null, class: null, capped: false },
};
