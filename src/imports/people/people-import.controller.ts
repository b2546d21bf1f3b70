import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { FileBody, TakesFile } from '../../kernel/http/file-body.js';
import { templateOf } from '../template.js';
import { PEOPLE_FIELDS } from './people-fields.js';
import { InvitedPeopleDto, InvitePeopleDto, PeopleFileDto, PeoplePreviewDto } from './people-import.dto.js';
import { PeopleImportService } from './people-import.service.js';

const CSV = 'text/csv; charset=utf-8';
const FILE = { type: 'string', format: 'binary' };
const BODY = { description: 'The CSV file as it is, up to 5 MB and 500 people', schema: FILE };

/** Inviting many people from one file. */
@ApiTags('invitations')
@Controller('imports/people')
export class PeopleImportController {
  constructor(private readonly people: PeopleImportService) {}

  /** What would become of each row of the file; nobody is invited. */
  @Post('preview')
  @Access('institution_lead', 'coordinator', 'administrator')
  @TakesFile()
  @OwnTransaction()
  @ApiConsumes('text/csv', 'application/octet-stream')
  @ApiBody(BODY)
  @HttpCode(200)
  preview(
    @Query() query: PeopleFileDto,
    @Req() request: ActorRequest,
    @FileBody() file: Buffer,
  ): Promise<PeoplePreviewDto> {
    return this.people.preview(workOf(request), query.municipalityId, file);
  }

  /** Invite everybody in the file who is new; the links in the answer are shown only once. */
  @Post()
  @Access('institution_lead', 'coordinator', 'administrator')
  @TakesFile()
  @OwnTransaction()
  @ApiConsumes('text/csv', 'application/octet-stream')
  @ApiBody(BODY)
  @HttpCode(200)
  invite(
    @Query() query: InvitePeopleDto,
    @Req() request: ActorRequest,
    @FileBody() file: Buffer,
  ): Promise<InvitedPeopleDto> {
    return this.people.invite(workOf(request), query, file);
  }

  /** An empty file to fill, with an example. */
  @Get('template')
  @Access('institution_lead', 'coordinator', 'administrator')
  @ApiProduces(CSV)
  @ApiOkResponse({ description: 'CSV file', schema: FILE })
  template(): StreamableFile {
    return new StreamableFile(Buffer.from(templateOf(PEOPLE_FIELDS)), {
      type: CSV,
      disposition: 'attachment; filename="olympia-ruft_personen.csv"',
    });
  }
}
