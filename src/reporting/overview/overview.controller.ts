import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, TokenScope } from '../../access/access.decorators.js';
import { ListOverviewInstitutionsDto, OverviewQueryDto } from './overview-query.dto.js';
import { OverviewDto, OverviewInstitutionListDto } from './overview.dto.js';
import { OverviewService } from './overview.service.js';

@ApiTags('overview')
@Controller('overview')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  /** Figures of a school year: reach, activities by week, focus area and district, and who has gone quiet. */
  @Get()
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  get(@Query() query: OverviewQueryDto): Promise<OverviewDto> {
    return this.overview.get(query);
  }

  /** The institutions behind a number. */
  @Get('institutions')
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  list(@Query() query: ListOverviewInstitutionsDto): Promise<OverviewInstitutionListDto> {
    return this.overview.list(query);
  }
}
