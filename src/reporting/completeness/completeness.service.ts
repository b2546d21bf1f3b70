import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { decodeCursor, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { cityOf } from '../overview/houses.sql.js';
import type {
  CompletenessDto,
  CompletenessQueryDto,
  CompletenessRowDto,
  WeekCountsDto,
} from './completeness.dto.js';
import { countCompleteness, listCompleteness, orderOf, type RatedRow } from './completeness.sql.js';

/** Houses and months: in how many of the weeks in which there could have been an activity is there one? */
@Injectable()
export class CompletenessService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(query: CompletenessQueryDto): Promise<CompletenessDto> {
    const { sort, cursor } = query;
    const today = this.clock.today();
    const question = { city: cityOf(query, today), today };
    const limit = limitOf(query);
    const { types, keyOf } = orderOf(sort);
    const after = decodeCursor(cursor, types);
    const { items, next } = pageOf(
      await listCompleteness(this.database, question, { sort, after, limit: limit + 1 }),
      limit,
      keyOf,
    );
    const { houses, months } = await countCompleteness(this.database, question);
    return {
      period: question.city.period,
      dataAt: this.clock.now().toISOString(),
      ...{ houses, total: totalOf(months), months },
      ...{ items: items.map(rowOf), next },
    };
  }
}

const rowOf = ({ key: _, ...row }: RatedRow): CompletenessRowDto => row;

function totalOf(months: readonly WeekCountsDto[]): WeekCountsDto {
  const sum = (figure: keyof WeekCountsDto): number => months.reduce((all, month) => all + month[figure], 0);
  return { expected: sum('expected'), reported: sum('reported'), onTime: sum('onTime') };
}
