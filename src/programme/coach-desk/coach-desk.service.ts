import { Injectable } from '@nestjs/common';
import { addDays, mondayOf } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import type { CoachDeskDto } from './coach-desk.dto.js';
import { CoachDeskRepository } from './coach-desk.repository.js';

/** What a coach begins the day with: houses, next steps, dates. */
@Injectable()
export class CoachDeskService {
  constructor(
    private readonly desk: CoachDeskRepository,
    private readonly clock: Clock,
  ) {}

  async get(): Promise<CoachDeskDto> {
    const today = this.clock.today();
    const [from, to] = [mondayOf(today), addDays(mondayOf(today), 6)];
    return {
      houses: await this.desk.listHouses(),
      nextSteps: await this.desk.listSteps(),
      week: { from, to, dates: await this.desk.listDates(from, to) },
      unreported: await this.desk.listDates(null, addDays(today, -1)),
    };
  }
}
