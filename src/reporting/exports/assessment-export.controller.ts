import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { AnswersToPeople } from './answers.js';
import { type AssessmentForm, AssessmentExportService } from './assessment-export.service.js';
import { ExportAssessmentsDto } from './export.dto.js';
import type { FileType } from './export.service.js';
import { sendDownload } from './send-download.js';

@ApiTags('exports')
@Controller('exports')
export class AssessmentExportController {
  constructor(private readonly exports: AssessmentExportService) {}

  /** Tests of the own house's children, a row per trial, as CSV. */
  @Get('assessments-long.csv')
  @Access('educator', 'institution_lead', 'coach')
  @AnswersToPeople('csv')
  longCsv(
    @Query() query: ExportAssessmentsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('long', 'csv', query, request, reply);
  }

  /** Tests of the own house's children, a row per trial, as a spreadsheet. */
  @Get('assessments-long.xlsx')
  @Access('educator', 'institution_lead', 'coach')
  @AnswersToPeople('xlsx')
  longXlsx(
    @Query() query: ExportAssessmentsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('long', 'xlsx', query, request, reply);
  }

  /** Tests of the own house's children, a row per child and wave, as CSV. */
  @Get('assessments-wide.csv')
  @Access('educator', 'institution_lead', 'coach')
  @AnswersToPeople('csv')
  wideCsv(
    @Query() query: ExportAssessmentsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('wide', 'csv', query, request, reply);
  }

  /** Tests of the own house's children, a row per child and wave, as a spreadsheet. */
  @Get('assessments-wide.xlsx')
  @Access('educator', 'institution_lead', 'coach')
  @AnswersToPeople('xlsx')
  wideXlsx(
    @Query() query: ExportAssessmentsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.send('wide', 'xlsx', query, request, reply);
  }

  private async send(
    shape: AssessmentForm,
    type: FileType,
    query: ExportAssessmentsDto,
    request: ActorRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.exports.open(workOf(request), shape, type, query), reply);
  }
}
