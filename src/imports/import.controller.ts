import {
  applyDecorators,
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../access/request.js';
import { answerCreated } from '../kernel/http/created.js';
import { FileBody, TakesFile } from '../kernel/http/file-body.js';
import { IfMatch, RequiresIfMatch } from '../kernel/http/if-match.js';
import { IdPipe } from '../kernel/validation/input.pipe.js';
import { CommitService } from './commit.service.js';
import { GROUP_FIELDS } from './groups/group-fields.js';
import {
  CommitImportDto,
  ImportDto,
  ImportListDto,
  ListColumnsDto,
  ListImportsDto,
  ListPreviewDto,
  PreviewDto,
  PutMappingDto,
  TemplateColumnsDto,
  UploadDto,
} from './import.dto.js';
import { ImportService } from './import.service.js';
import { INSTITUTION_FIELDS } from './institutions/institution-fields.js';
import { templateOf } from './template.js';
import { UndoService } from './undo.service.js';

const CSV = 'text/csv; charset=utf-8';
const FILE = { type: 'string', format: 'binary' };

const Uploads = (): MethodDecorator =>
  applyDecorators(
    TakesFile(),
    OwnTransaction(),
    ApiConsumes('text/csv', 'application/octet-stream'),
    ApiBody({ description: 'The CSV file as it is, up to 5 MB and 5,000 rows', schema: FILE }),
  );

const AnswersFile = (): MethodDecorator =>
  applyDecorators(ApiProduces(CSV), ApiOkResponse({ description: 'CSV file', schema: FILE }));

@ApiTags('imports')
@Controller('imports')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly commits: CommitService,
    private readonly undos: UndoService,
  ) {}

  /** Take in a CSV file of institutions and say what would become of it. */
  @Post('institutions')
  @Access('coordinator', 'administrator')
  @Uploads()
  async uploadInstitutions(
    @Query() query: UploadDto,
    @FileBody() file: Buffer,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportDto> {
    return answerCreated(reply, await this.imports.upload(workOf(request), 'institutions', query, file));
  }

  /** Take in a CSV file of groups and say what would become of it. */
  @Post('groups')
  @Access('institution_lead', 'coordinator', 'administrator')
  @Uploads()
  async uploadGroups(
    @Query() query: UploadDto,
    @FileBody() file: Buffer,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportDto> {
    return answerCreated(reply, await this.imports.upload(workOf(request), 'groups', query, file));
  }

  /** An empty file of institutions with an example. */
  @Get('institutions/template.csv')
  @Access('coordinator', 'administrator')
  @OwnTransaction()
  @AnswersFile()
  institutionsTemplate(): StreamableFile {
    return download('vorlage-einrichtungen.csv', templateOf(INSTITUTION_FIELDS));
  }

  /** An empty file of groups with an example. */
  @Get('groups/template.csv')
  @Access('institution_lead', 'coordinator', 'administrator')
  @OwnTransaction()
  @AnswersFile()
  groupsTemplate(): StreamableFile {
    return download('vorlage-gruppen.csv', templateOf(GROUP_FIELDS));
  }

  /** What the columns of a file may be, in the order of the template. */
  @Get('columns')
  @Access('institution_lead', 'coordinator', 'administrator')
  @OwnTransaction()
  columns(@Query() { kind }: ListColumnsDto): TemplateColumnsDto {
    return { items: this.imports.templateColumns(kind) };
  }

  /** One's own imports, newest first. */
  @Get()
  @Access('institution_lead', 'coordinator', 'administrator')
  list(@Query() query: ListImportsDto): Promise<ImportListDto> {
    return this.imports.list(query);
  }

  /** One import with its state. */
  @Get(':id')
  @Access('institution_lead', 'coordinator', 'administrator')
  get(@Param('id', IdPipe) id: string): Promise<ImportDto> {
    return this.imports.get(id);
  }

  /** Assign the columns by hand; remembered for the municipality's next file with the same headers. */
  @Put(':id/mapping')
  @Access('institution_lead', 'coordinator', 'administrator')
  @RequiresIfMatch()
  map(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { fields }: PutMappingDto,
  ): Promise<ImportDto> {
    return this.imports.map(id, version, fields);
  }

  /** What would become of each row, by row number. */
  @Get(':id/preview')
  @Access('institution_lead', 'coordinator', 'administrator')
  preview(@Param('id', IdPipe) id: string, @Query() query: ListPreviewDto): Promise<PreviewDto> {
    return this.imports.preview(id, query);
  }

  /** The wrong rows as a file to mend, each with what is to be changed; empty a day after the upload. */
  @Get(':id/wrong-rows.csv')
  @Access('institution_lead', 'coordinator', 'administrator')
  @AnswersFile()
  async wrongRows(@Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return download('bitte-verbessern.csv', await this.imports.wrongRows(id));
  }

  /** Write what the preview shows. Of an import that is written already, the result. */
  @Post(':id/commit')
  @HttpCode(200)
  @Access('institution_lead', 'coordinator', 'administrator')
  @RequiresIfMatch()
  @OwnTransaction()
  commit(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() { onlyGood }: CommitImportDto,
    @Req() request: ActorRequest,
  ): Promise<ImportDto> {
    return this.commits.commit(workOf(request), id, { version, onlyGood });
  }

  /** Take back what an import wrote, as long as nothing stands on it. */
  @Post(':id/undo')
  @HttpCode(200)
  @Access('institution_lead', 'coordinator', 'administrator')
  undo(@Param('id', IdPipe) id: string): Promise<ImportDto> {
    return this.undos.undo(id);
  }
}

function download(name: string, content: string): StreamableFile {
  return new StreamableFile(Buffer.from(content, 'utf8'), {
    type: CSV,
    disposition: `attachment; filename="${name}"`,
  });
}
