import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, TokenScope } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { ROLES } from '../../access/roles.js';
import { Answers, answersFile } from '../exports/answers.js';
import { MEDIA_TYPES, sendDownload } from '../exports/send-download.js';
import { PackageQueryDto } from './package.dto.js';
import { PackageService } from './package.service.js';

const HTML = 'text/html; charset=utf-8';

@ApiTags('exports')
@Controller('exports')
export class PackageController {
  constructor(private readonly packages: PackageService) {}

  /** All tables that the person may see, for programs, with their codebook; of one moment. */
  @Get('package.zip')
  @Access(...ROLES)
  @answersFile(MEDIA_TYPES.zip)
  @TokenScope('exports')
  async package(
    @Query() query: PackageQueryDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(await this.packages.open(workOf(request), query), reply);
  }

  /** What the columns of the files for machines mean, as CSV. */
  @Get('codebook.csv')
  @Access()
  @Answers('csv')
  async codebookCsv(@Req() request: ActorRequest): Promise<StreamableFile> {
    return this.codebook(request, 'csv', MEDIA_TYPES.csv);
  }

  /** The same to be read by people, as one page. */
  @Get('codebook.html')
  @Access()
  @answersFile(HTML)
  @TokenScope('exports')
  async codebookHtml(@Req() request: ActorRequest): Promise<StreamableFile> {
    return this.codebook(request, 'html', HTML);
  }

  private async codebook(request: ActorRequest, file: 'csv' | 'html', type: string): Promise<StreamableFile> {
    const text = await this.packages.codebook(workOf(request), file);
    const disposition = `attachment; filename="olympia-ruft_codebook.${file}"`;
    return new StreamableFile(Buffer.from(text), { type, disposition });
  }
}
