import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, TokenScope } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { AnswersPdf, pdfOf } from '../../paper/pdf-answer.js';
import {
  AnnualReportDetailDto,
  AnnualReportDto,
  AnnualReportListDto,
  CreateAnnualReportDto,
  ListAnnualReportsDto,
} from './annual-report.dto.js';
import { AnnualReportService } from './annual-report.service.js';

@ApiTags('annual reports')
@Controller('annual-reports')
export class AnnualReportController {
  constructor(private readonly reports: AnnualReportService) {}

  /** Yearly reports, the latest first; how far one is that is being made. */
  @Get()
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  list(@Query() query: ListAnnualReportsDto): Promise<AnnualReportListDto> {
    return this.reports.list(query);
  }

  /** Have the yearly report of a municipality made, in the background; ask for it again to see how far it is. */
  @Post()
  @Access('coordinator', 'programme_lead')
  async create(
    @Body() body: CreateAnnualReportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnnualReportDto> {
    return answerCreated(reply, await this.reports.create(body));
  }

  /** A yearly report with all that it says: the same words and numbers as its file. */
  @Get(':id')
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  get(@Param('id', IdPipe) id: string): Promise<AnnualReportDetailDto> {
    return this.reports.get(id);
  }

  /** The yearly report as a PDF. */
  @Get(':id/report.pdf')
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  @AnswersPdf()
  async file(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<StreamableFile> {
    return pdfOf(await this.reports.open(workOf(request), id));
  }

  /** Throw a yearly report away, also one that is being made. */
  @Delete(':id')
  @Access('coordinator', 'programme_lead')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.reports.remove(id, version);
  }
}
