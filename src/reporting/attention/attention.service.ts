import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { cityOf } from '../overview/houses.sql.js';
import { findQuiet } from '../overview/quiet.sql.js';
import type { AttentionDto, AttentionQueryDto } from './attention.dto.js';
import { findEmptyTrainings } from './empty-trainings.sql.js';
import { findOverdueSteps } from './overdue-steps.sql.js';
import { findUndatedBookings } from './undated-bookings.sql.js';

/** What a coordinator should see to this week, each from its own question. */
@Injectable()
export class AttentionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(query: AttentionQueryDto): Promise<AttentionDto> {
    const { database } = this;
    const today = this.clock.today();
    database.planOnce();
    return {
      dataAt: this.clock.now().toISOString(),
      today,
      quiet: await findQuiet(database, cityOf(query, today)),
      steps: await findOverdueSteps(database, query),
      bookings: await findUndatedBookings(database, query),
      trainings: await findEmptyTrainings(database, query),
    };
  }
}
