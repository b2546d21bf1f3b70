import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
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

  /** The same entries as CSV for people. */
  @Get('exports/audit-events.csv')
  @Access('administrator')
  @OwnTransaction()
  @ApiProduces('text/csv; charset=utf-8')
  @ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } })
  async csv(
    @Query() query: ExportTrailDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.trail.openCsv(workOf(request), query), reply);
  }
}
