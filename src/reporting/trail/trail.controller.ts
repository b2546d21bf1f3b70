import { Controller, Get, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { AnswersListToPeople } from '../exports/answers.js';
import type { FileType } from '../exports/export.service.js';
import { FileTypePipe } from '../exports/file-type.pipe.js';
import { sendDownload } from '../exports/send-download.js';
import { ExportTrailDto, ListTrailDto, TrailActionListDto, TrailDto } from './trail.dto.js';
import { TrailService } from './trail.service.js';

/** Who did what. For administrators only: how often a house wrote would tell others what child statistics must not. */
@ApiTags('audit')
@Controller()
export class TrailController {
  constructor(private readonly trail: TrailService) {}

  /** Entries of the audit trail, newest first. */
  @Get('audit-events')
  @Access('administrator')
  list(@Query() query: ListTrailDto): Promise<TrailDto> {
    return this.trail.list(query);
  }

  /** Everything that can happen, in German. */
  @Get('audit-events/actions')
  @Access('administrator')
  actions(): TrailActionListDto {
    return { items: this.trail.actions() };
  }

  /** The same entries as a file. */
  @Get('exports/audit-events.:type')
  @Access('administrator')
  @AnswersListToPeople()
  async file(
    @Param('type', FileTypePipe) type: FileType,
    @Query() query: ExportTrailDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.trail.openFile(workOf(request), type, query), reply);
  }
}
