import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Clock } from '../../kernel/calendar/clock.js';
import { type CursorKey, decodeCursor, pageOf } from '../../kernel/page/cursor.js';
import { limitOf } from '../../kernel/page/page-query.dto.js';
import { listDistricts } from './districts.sql.js';
import { listFocusAreas } from './focus-areas.sql.js';
import { listHouses, orderOf } from './house-list.sql.js';
import { type City, cityOf } from './houses.sql.js';
import type { ListOverviewInstitutionsDto, OverviewQueryDto } from './overview-query.dto.js';
import type { OverviewDto, OverviewFilterDto, OverviewInstitutionListDto, WeekDto } from './overview.dto.js';
import { findQuiet } from './quiet.sql.js';
import type { Period } from './period.js';
import { countInstitutions } from './reach.sql.js';
import { listWeeks } from './weeks.sql.js';

const NO_FILTER: Omit<OverviewFilterDto, 'schoolYear' | 'municipalityId'> = {
  districtId: null,
  kind: null,
  providerKind: null,
  familyCentre: null,
  socialIndexGroup: null,
  socialSituation: null,
  q: null,
};

/** The coordinator's overview: live figures of one school year, each from its own question. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(query: OverviewQueryDto): Promise<OverviewDto> {
    const city = this.cityOf(query);
    const { database } = this;
    database.planOnce();
    const { groups, children, ...institutions } = await countInstitutions(database, city);
    const weeks = await listWeeks(database, city);
    return {
      filter: this.appliedFilter(query, city),
      dataAt: this.clock.now().toISOString(),
      period: city.period,
      institutions,
      groups,
      children,
      activities: sumOf(weeks, 'activities'),
      minutes: sumOf(weeks, 'minutes'),
      weeks,
      focusAreas: await listFocusAreas(database, city),
      districts: await listDistricts(database, city),
      quiet: await findQuiet(database, city),
    };
  }

  /** The institutions behind a number, by name; the quiet ones by how long they have been so. */
  async list(query: ListOverviewInstitutionsDto): Promise<OverviewInstitutionListDto> {
    const { show = 'all' } = query;
    const limit = limitOf(query);
    const { keyOf } = orderOf(show);
    const page = { after: this.cursorOf(query), limit: limit + 1 };
    return pageOf(await listHouses(this.database, this.cityOf(query), show, page), limit, keyOf);
  }

  private cursorOf({ cursor, show = 'all' }: ListOverviewInstitutionsDto): CursorKey | null {
    const { types } = orderOf(show);
    return decodeCursor(cursor, types);
  }

  private cityOf(query: OverviewQueryDto): City<Period> {
    return cityOf(query, this.clock.today());
  }

  private appliedFilter(query: OverviewQueryDto, { period }: City<Period>): OverviewFilterDto {
    const { programmeLead, municipalities } = this.database.actor;
    // Who coordinates a single municipality has chosen it, without naming it.
    const only = !programmeLead && municipalities.length === 1 ? municipalities[0] : undefined;
    const municipalityId = query.municipalityId ?? only ?? null;
    return { ...NO_FILTER, ...query, municipalityId, schoolYear: period.schoolYear };
  }
}

// Summed from the weeks, so that the number and the line below it agree even while somebody is entering an activity.
function sumOf(weeks: WeekDto[], figure: 'activities' | 'minutes'): number {
  return weeks.reduce((sum, week) => sum + week[figure], 0);
}
