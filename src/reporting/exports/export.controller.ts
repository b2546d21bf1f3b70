import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { Answers } from './answers.js';
import { ExportActivitiesDto, ExportInstitutionsDto } from './export.dto.js';
import { ExportService } from './export.service.js';
import { sendDownload } from './send-download.js';

@ApiTags('exports')
@Controller('exports')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  /** Institutions with their figures of a school year as CSV. */
  @Get('institutions.csv')
  @Access('coordinator', 'programme_lead', 'administrator')
  @Answers('csv')
  async institutionsCsv(
    @Query() query: ExportInstitutionsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.exports.openInstitutions(workOf(request), 'csv', query), reply);
  }

  /** Institutions with their figures of a school year as a spreadsheet. */
  @Get('institutions.xlsx')
  @Access('coordinator', 'programme_lead', 'administrator')
  @Answers('xlsx')
  async institutionsXlsx(
    @Query() query: ExportInstitutionsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.exports.openInstitutions(workOf(request), 'xlsx', query), reply);
  }

  /** Activities as CSV. */
  @Get('activities.csv')
  @Access('educator', 'institution_lead', 'coach', 'coordinator', 'programme_lead')
  @Answers('csv')
  async activitiesCsv(
    @Query() query: ExportActivitiesDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.exports.openActivities(workOf(request), 'csv', query), reply);
  }

  /** Activities as a spreadsheet. */
  @Get('activities.xlsx')
  @Access('educator', 'institution_lead', 'coach', 'coordinator', 'programme_lead')
  @Answers('xlsx')
  async activitiesXlsx(
    @Query() query: ExportActivitiesDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.exports.openActivities(workOf(request), 'xlsx', query), reply);
  }
}
