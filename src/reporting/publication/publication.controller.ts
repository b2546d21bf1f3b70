import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction, TokenScope } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { PublishedCellListDto, ListCellsDto } from './cells/cell.dto.js';
import { CellService } from './cells/cell.service.js';
import { PeriodService } from './period.service.js';
import {
  CreatePublicationDto,
  ListPublicationsDto,
  PublicationPeriodListDto,
  PeriodsQueryDto,
  PublicationDetailDto,
  PublicationDto,
  PublicationListDto,
} from './publication.dto.js';
import { PublicationService } from './publication.service.js';
import { PublishingService } from './publishing.service.js';

@ApiTags('publications')
@Controller('publications')
export class PublicationController {
  constructor(
    private readonly publications: PublicationService,
    private readonly publishing: PublishingService,
    private readonly periods: PeriodService,
    private readonly cells: CellService,
  ) {}

  /** Statistics over children, published or on their way; the latest first. */
  @Get()
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  list(@Query() query: ListPublicationsDto): Promise<PublicationListDto> {
    return this.publications.list(query);
  }

  /** Which school years and halves of a municipality are published, and which can be. */
  @Get('periods')
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  listPeriods(@Query() query: PeriodsQueryDto): Promise<PublicationPeriodListDto> {
    return this.periods.list(query);
  }

  /** Prepare the statistics of a period that is over, in the background; ask for it again to see how far it is. */
  @Post()
  @Access('coordinator', 'programme_lead')
  async create(
    @Body() body: CreatePublicationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationDto> {
    return answerCreated(reply, await this.publications.create(body));
  }

  /** How far it is, and once it is prepared, what will be shown and what hidden. */
  @Get(':id')
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  get(@Param('id', IdPipe) id: string): Promise<PublicationDetailDto> {
    return this.publications.get(id);
  }

  /** Publish what is prepared; it never changes any more. */
  @Post(':id/publish')
  @Access('coordinator', 'programme_lead')
  @OwnTransaction()
  @HttpCode(200)
  @RequiresIfMatch()
  publish(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Req() request: ActorRequest,
  ): Promise<PublicationDto> {
    return this.publishing.publish(workOf(request), id, version);
  }

  /** Throw away what is not published, also while it is being prepared. */
  @Delete(':id')
  @Access('coordinator', 'programme_lead')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.publications.remove(id, version);
  }

  /** Published cells; `all` asks for those that take all of something together. */
  @Get(':id/cells')
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  listCells(@Param('id', IdPipe) id: string, @Query() query: ListCellsDto): Promise<PublishedCellListDto> {
    return this.cells.list(id, query);
  }
}
