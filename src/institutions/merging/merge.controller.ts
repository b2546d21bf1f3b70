import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { InstitutionDto } from '../institution.dto.js';
import {
  DuplicateListDto,
  ListDuplicatesDto,
  MergeDto,
  MergePreviewDto,
  PreviewMergeDto,
} from './merge.dto.js';
import { MergeService } from './merge.service.js';

@ApiTags('institutions')
@Controller()
export class MergeController {
  constructor(private readonly merges: MergeService) {}

  /** Pairs of institutions that look as if one had been entered twice. */
  @Get('institution-duplicates')
  @Access('coordinator', 'administrator')
  async listDuplicates(@Query() query: ListDuplicatesDto): Promise<DuplicateListDto> {
    return { items: await this.merges.listDuplicates(query.municipalityId) };
  }

  /** Two entries side by side: what differs, what would move, what would come together. */
  @Get('institutions/:id/merge')
  @Access('coordinator', 'administrator')
  @OwnTransaction()
  preview(
    @Param('id', IdPipe) id: string,
    @Query() { vanishingId }: PreviewMergeDto,
    @Req() request: ActorRequest,
  ): Promise<MergePreviewDto> {
    return this.merges.preview(workOf(request), id, vanishingId);
  }

  /** Make one institution of two entries; this one stays. It cannot be undone. */
  @Post('institutions/:id/merge')
  @Access('coordinator', 'administrator')
  @OwnTransaction()
  @RequiresIfMatch()
  @HttpCode(200)
  merge(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: MergeDto,
    @Req() request: ActorRequest,
  ): Promise<InstitutionDto> {
    return this.merges.merge(workOf(request), id, version, body);
  }
}
