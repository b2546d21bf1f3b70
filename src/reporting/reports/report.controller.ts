import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction, TokenScope } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { ReportCodePipe } from './report-code.pipe.js';
import { ReportQueryDto } from './report-query.dto.js';
import { ReportDto } from './report.dto.js';
import { REPORT_CODES, type ReportCode } from './reports.js';
import { ReportsService } from './reports.service.js';

@ApiTags('reports')
@Controller('reports')
export class ReportController {
  constructor(private readonly reports: ReportsService) {}

  /** A key figure of the programme, live: in total, by groups of institutions, and beside the year before. */
  @Get(':report')
  @ApiParam({ name: 'report', enum: REPORT_CODES, enumName: 'ReportCode' })
  @Access('educator', 'institution_lead', 'coach', 'coordinator', 'programme_lead')
  @TokenScope('reports')
  @OwnTransaction()
  get(
    @Param('report', ReportCodePipe) report: ReportCode,
    @Query() query: ReportQueryDto,
    @Req() request: ActorRequest,
  ): Promise<ReportDto> {
    return this.reports.get(workOf(request), report, query);
  }
}
