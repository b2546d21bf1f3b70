import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, TokenScope } from '../../access/access.decorators.js';
import { CityFilterDto } from '../../institutions/institution-query.dto.js';
import { ListOverviewInstitutionsDto, OverviewQueryDto } from './overview-query.dto.js';
import { OverviewDto, OverviewInstitutionListDto } from './overview.dto.js';
import { OverviewService } from './overview.service.js';
import { ProgrammeFiguresDto, ProgrammeQueryDto, TrainedHouseListDto } from './programme.dto.js';
import { ProgrammeFiguresService } from './programme.service.js';

@ApiTags('overview')
@Controller('overview')
export class OverviewController {
  constructor(
    private readonly overview: OverviewService,
    private readonly figures: ProgrammeFiguresService,
  ) {}

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

  /** What the programme did in a school year: talks, trainings, modules by format, and how much of the staff is trained. */
  @Get('programme')
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  programme(@Query() query: ProgrammeQueryDto): Promise<ProgrammeFiguresDto> {
    return this.figures.get(query);
  }

  /** How much of the team of each participating institution is trained. */
  @Get('trained-staff')
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  trainedStaff(@Query() query: CityFilterDto): Promise<TrainedHouseListDto> {
    return this.figures.listTrained(query);
  }
}
