import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { AnswersList } from '../exports/answers.js';
import type { FileType } from '../exports/export.service.js';
import { FileTypePipe } from '../exports/file-type.pipe.js';
import { sendDownload } from '../exports/send-download.js';
import { ReportCodePipe } from './report-code.pipe.js';
import { ExportReportDto } from './report-export.dto.js';
import { ReportExportService } from './report-export.service.js';
import { REPORT_CODES, type ReportCode } from './reports.js';

@ApiTags('exports')
@Controller('exports/reports')
export class ReportExportController {
  constructor(private readonly exports: ReportExportService) {}

  /** A key figure as a file: a line for each number, in total and by groups. */
  @Get(':report.:type')
  @ApiParam({ name: 'report', enum: REPORT_CODES, enumName: 'ReportCode' })
  @Access('educator', 'institution_lead', 'coach', 'coordinator', 'programme_lead')
  @AnswersList()
  async get(
    @Param('report', ReportCodePipe) report: ReportCode,
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportReportDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.exports.open(workOf(request), report, type, query), reply);
  }
}
