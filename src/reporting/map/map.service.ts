import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { SETTINGS } from '../../database/tokens.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { Problem } from '../../kernel/problem/problem.js';
import { cityOf } from '../overview/houses.sql.js';
import type { OverviewQueryDto } from '../overview/overview-query.dto.js';
import type { MapDto } from './map.dto.js';
import { listMapHouses } from './map.sql.js';

/** More points than this are neither read nor drawn well. */
export const MOST_POINTS = 2000;

/** The institutions of a city as points on a map. */
@Injectable()
export class MapService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Problem 422 at the filter that would narrow it, when there are too many */
  async get(query: OverviewQueryDto): Promise<MapDto> {
    const city = cityOf(query, this.clock.today());
    const items = await listMapHouses(this.database, city, MOST_POINTS + 1);
    if (items.length > MOST_POINTS) throw this.tooMany(query);
    return {
      dataAt: this.clock.now().toISOString(),
      period: city.period,
      tiles: this.settings.mapTiles,
      items,
    };
  }

  private tooMany({ municipalityId }: OverviewQueryDto): Problem {
    const { programmeLead, municipalities } = this.database.actor;
    const several = programmeLead || municipalities.length > 1;
    return several && municipalityId === undefined
      ? Problem.invalid(
          'municipalityId',
          'Kommune: Für die Karte sind es zu viele Einrichtungen; bitte eine Kommune wählen.',
        )
      : Problem.invalid(
          'districtId',
          'Stadtbezirk: Für die Karte sind es zu viele Einrichtungen; bitte einen Stadtbezirk wählen.',
        );
  }
}
