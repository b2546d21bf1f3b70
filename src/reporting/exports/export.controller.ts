import { applyDecorators, Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { codebook } from './codebook.js';
import { ExportActivitiesDto, ExportInstitutionsDto } from './export.dto.js';
import { type Download, ExportService, type FileType } from './export.service.js';

const MEDIA_TYPES: Record<FileType, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

// A client that has stopped reading must not keep a connection to the database.
const STALLED_MS = 60_000;

const Answers = (type: FileType): MethodDecorator =>
  applyDecorators(
    OwnTransaction(),
    ApiProduces(MEDIA_TYPES[type]),
    ApiOkResponse({ description: 'The file', schema: { type: 'string', format: 'binary' } }),
  );

@ApiTags('exports')
@Controller('exports')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  /** What the columns of the files for machines mean, as CSV. */
  @Get('codebook.csv')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead', 'administrator')
  @Answers('csv')
  codebook(@Req() request: ActorRequest): StreamableFile {
    const disposition = 'attachment; filename="olympia-ruft_codebook.csv"';
    return new StreamableFile(Buffer.from(codebook(workOf(request).today)), {
      type: MEDIA_TYPES.csv,
      disposition,
    });
  }

  /** Institutions with their figures of a school year as CSV. */
  @Get('institutions.csv')
  @Access('coordinator', 'programme_lead', 'administrator')
  @Answers('csv')
  async institutionsCsv(
    @Query() query: ExportInstitutionsDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return send(await this.exports.openInstitutions(workOf(request), 'csv', query), reply);
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
    return send(await this.exports.openInstitutions(workOf(request), 'xlsx', query), reply);
  }

  /** Activities as CSV. */
  @Get('activities.csv')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead')
  @Answers('csv')
  async activitiesCsv(
    @Query() query: ExportActivitiesDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return send(await this.exports.openActivities(workOf(request), 'csv', query), reply);
  }

  /** Activities as a spreadsheet. */
  @Get('activities.xlsx')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead')
  @Answers('xlsx')
  async activitiesXlsx(
    @Query() query: ExportActivitiesDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return send(await this.exports.openActivities(workOf(request), 'xlsx', query), reply);
  }
}

function send({ name, type, body }: Download, reply: FastifyReply): StreamableFile {
  reply.raw.setTimeout(STALLED_MS, () => reply.raw.destroy());
  return new StreamableFile(body, {
    type: MEDIA_TYPES[type],
    disposition: `attachment; filename="${name}"`,
  });
}
