import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../../access/request.js';
import { AnswersList } from '../../exports/answers.js';
import type { FileType } from '../../exports/export.service.js';
import { FileTypePipe } from '../../exports/file-type.pipe.js';
import { sendDownload } from '../../exports/send-download.js';
import { CellExportService } from './cell-export.service.js';
import { ExportCellsDto } from './cell.dto.js';

@ApiTags('exports')
@Controller('exports')
export class CellExportController {
  constructor(private readonly exports: CellExportService) {}

  /** Published statistics over children, with the filters of their cells. */
  @Get('motor-skills.:type')
  @Access('coordinator', 'programme_lead')
  @AnswersList()
  async motorSkills(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportCellsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.exports.open(workOf(request), type, query), reply);
  }
}
