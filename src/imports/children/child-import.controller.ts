import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { FileBody, TakesFile } from '../../kernel/http/file-body.js';
import { templateOf } from '../template.js';
import { CHILD_FIELDS } from './child-fields.js';
import {
  ChildFileDto,
  ChildFilePreviewDto,
  ChildFileResultDto,
  WriteChildFileDto,
} from './child-import.dto.js';
import { ChildImportService } from './child-import.service.js';

const CSV = 'text/csv; charset=utf-8';
const FILE = { type: 'string', format: 'binary' };
const BODY = { description: 'The CSV file as it is, up to 5 MB and 1,000 children; no names', schema: FILE };

/** Codes, birth months, sexes, groups and consents from a file, by the people who work in the house. */
@ApiTags('children')
@Controller('imports/children')
export class ChildImportController {
  constructor(private readonly children: ChildImportService) {}

  /** What would become of each row of the file; nothing is written and nothing kept. */
  @Post('preview')
  @Access('educator', 'institution_lead')
  @TakesFile()
  @OwnTransaction()
  @ApiConsumes('text/csv', 'application/octet-stream')
  @ApiBody(BODY)
  @HttpCode(200)
  preview(
    @Query() query: ChildFileDto,
    @Req() request: ActorRequest,
    @FileBody() file: Buffer,
  ): Promise<ChildFilePreviewDto> {
    return this.children.preview(workOf(request), query.institutionId, file);
  }

  /** The wrong rows of the file as a file to mend, each with what is to be changed. */
  @Post('wrong-rows')
  @Access('educator', 'institution_lead')
  @TakesFile()
  @OwnTransaction()
  @ApiConsumes('text/csv', 'application/octet-stream')
  @ApiBody(BODY)
  @ApiProduces(CSV)
  @ApiOkResponse({ description: 'CSV file', schema: FILE })
  @HttpCode(200)
  async wrongRows(
    @Query() query: ChildFileDto,
    @Req() request: ActorRequest,
    @FileBody() file: Buffer,
  ): Promise<StreamableFile> {
    const text = await this.children.wrongRows(workOf(request), query.institutionId, file);
    return download(text, 'olympia-ruft_kinder_falsche-zeilen.csv');
  }

  /** Write what the file says; the same file twice changes nothing. */
  @Post()
  @Access('educator', 'institution_lead')
  @TakesFile()
  @OwnTransaction()
  @ApiConsumes('text/csv', 'application/octet-stream')
  @ApiBody(BODY)
  @HttpCode(200)
  write(
    @Query() query: WriteChildFileDto,
    @Req() request: ActorRequest,
    @FileBody() file: Buffer,
  ): Promise<ChildFileResultDto> {
    return this.children.write(workOf(request), query, file);
  }

  /** An empty file to fill, with an example. */
  @Get('template')
  @Access('educator', 'institution_lead')
  @ApiProduces(CSV)
  @ApiOkResponse({ description: 'CSV file', schema: FILE })
  template(): StreamableFile {
    return download(templateOf(CHILD_FIELDS), 'olympia-ruft_kinder.csv');
  }
}

function download(text: string, name: string): StreamableFile {
  return new StreamableFile(Buffer.from(text), {
    type: CSV,
    disposition: `attachment; filename="${name}"`,
  });
}
