import { Injectable } from '@nestjs/common';
import { calendarDate, type CalendarDate, germanDate } from '../../kernel/calendar/calendar-date.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { DistrictHistoryRepository } from './district-history.repository.js';

interface Placement {
  districtId?: string;
  districtFrom?: CalendarDate | null;
}

/** Since when a house belongs to its district, noted before the house itself is changed. */
@Injectable()
export class PlacementService {
  constructor(
    private readonly history: DistrictHistoryRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the day out of a change and notes it: null corrects the present district, absent is today (which the database notes by itself).
   * @throws Problem 422 for a day to come, before the present assignment, or without a district
   */
  async note<T extends Placement>(
    institutionId: string,
    { districtFrom, ...changes }: T,
  ): Promise<Omit<T, 'districtFrom'>> {
    if (districtFrom === undefined) return changes;
    const { districtId } = changes;
    if (districtId === undefined) {
      throw Problem.invalid('districtId', 'Stadtbezirk fehlt: bitte angeben, wohin die Einrichtung gehört.');
    }
    if (districtFrom === null) await this.history.correct(institutionId, districtId);
    else {
      await this.assertFree(institutionId, districtFrom);
      await this.history.noteMoves(districtFrom, [{ institutionId, districtId }]);
    }
    return changes;
  }

  private async assertFree(institutionId: string, from: CalendarDate): Promise<void> {
    if (from > this.clock.today()) {
      throw Problem.invalid(
        'districtFrom',
        'Gilt ab: Dieser Tag liegt in der Zukunft. Bitte am Tag selbst oder danach eintragen.',
      );
    }
    const since = await this.history.findSince(institutionId);
    if (since === null || since <= from) return;
    const day = germanDate(calendarDate(since));
    throw Problem.invalid(
      'districtFrom',
      `Gilt ab: Den jetzigen Stadtbezirk gibt es hier erst seit dem ${day}.`,
    );
  }
}
