import { Controller, Get, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../../access/request.js';
import { IdPipe } from '../../../kernel/validation/input.pipe.js';
import { AnswersPdf, pdfOf } from '../../../paper/pdf-answer.js';
import { GroupReportQueryDto } from '../group-report/group-report.dto.js';
import { READERS } from '../readers.js';
import { ParentsSheetService } from './parents-sheet.service.js';

@ApiTags('parents-sheets')
@Controller()
export class ParentsSheetController {
  constructor(private readonly sheets: ParentsSheetService) {}

  /** What the parents of one child learn about a test day, on one page. */
  @Get('assessments/:id/parents-sheet.pdf')
  @Access(...READERS)
  @AnswersPdf()
  async document(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<StreamableFile> {
    return pdfOf(await this.sheets.open(workOf(request), id));
  }

  /** The same for all children of a test day, or of one of its groups: a page each. */
  @Get('test-days/:id/parents-sheets.pdf')
  @Access(...READERS)
  @AnswersPdf()
  async documents(
    @Param('id', IdPipe) id: string,
    @Query() query: GroupReportQueryDto,
    @Req() request: ActorRequest,
  ): Promise<StreamableFile> {
    return pdfOf(await this.sheets.openAll(workOf(request), id, query.groupId ?? null));
  }
}
