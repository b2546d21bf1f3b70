import { Injectable } from '@nestjs/common';
import { Problem } from '../../../kernel/problem/problem.js';
import type { ChangeDto, ChangedItemDto, ChangeQueryDto } from './change.dto.js';
import { ChangeRepository, type ChangeRow } from './change.repository.js';
import { meanInterval } from './mean-interval.js';

/** How the same children did in two periods. Growth, and not what the programme caused: nothing here compares with children without it. */
@Injectable()
export class ChangeService {
  constructor(private readonly changes: ChangeRepository) {}

  /** @throws Problem 404, 422 for periods that do not follow each other */
  async get(query: ChangeQueryDto): Promise<ChangeDto> {
    const house = await this.changes.findHouse(query.institutionId);
    if (!house) throw Problem.notFound();
    assertOneAfterTheOther(query);
    const rows = await this.changes.listItems(query);
    return {
      ...house,
      items: rows.map(withInterval),
      childrenPaired: await this.changes.countChildren(query),
    };
  }
}

function assertOneAfterTheOther({ beforeFrom, beforeTo, afterFrom, afterTo }: ChangeQueryDto): void {
  if (beforeTo < beforeFrom) {
    throw Problem.invalid('beforeTo', 'Erster Zeitraum, bis: Das Ende liegt vor dem Anfang.');
  }
  if (afterFrom <= beforeTo) {
    throw Problem.invalid(
      'afterFrom',
      'Zweiter Zeitraum, von: bitte einen Tag nach dem ersten Zeitraum angeben.',
    );
  }
  if (afterTo < afterFrom) {
    throw Problem.invalid('afterTo', 'Zweiter Zeitraum, bis: Das Ende liegt vor dem Anfang.');
  }
}

function withInterval({ sd, ...row }: ChangeRow): ChangedItemDto {
  const { paired, meanChange } = row;
  const interval =
    meanChange === null || sd === null ? null : meanInterval({ n: paired, mean: meanChange, sd });
  return { ...row, low: interval?.low ?? null, high: interval?.high ?? null };
}
