import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { NormCalculator } from './calculator.service.js';
import {
  AskCurveDto,
  AskScoreDto,
  CreateNormSetDto,
  CurveDto,
  NormPreviewDto,
  NormSetDto,
  NormSetListDto,
  PreviewNormsDto,
  ScoreDto,
} from './norm-set.dto.js';
import { NormSetService } from './norm-set.service.js';

@ApiTags('norms')
@Controller('norm-sets')
export class NormSetController {
  constructor(
    private readonly normSets: NormSetService,
    private readonly calculator: NormCalculator,
  ) {}

  /** All sets of norms with their sources, what they cover and which batteries use them. */
  @Get()
  @Access()
  async list(): Promise<NormSetListDto> {
    return { items: await this.normSets.list() };
  }

  /** One version of a set. */
  @Get(':id')
  @Access()
  get(@Param('id', IdPipe) id: string): Promise<NormSetDto> {
    return this.normSets.get(id);
  }

  /** The norm calculator: how a raw value compares. */
  @Get(':id/scores')
  @Access()
  score(@Param('id', IdPipe) id: string, @Query() query: AskScoreDto): Promise<ScoreDto> {
    return this.calculator.score(id, query);
  }

  /** The raw values of P3, P20, P50, P80 and P97 at each age. */
  @Get(':id/curves')
  @Access()
  curve(@Param('id', IdPipe) id: string, @Query() query: AskCurveDto): Promise<CurveDto> {
    return this.calculator.curve(id, query);
  }

  /** Read a file of norms, say what is wrong with it and draw its curves; writes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Access('administrator')
  preview(@Body() body: PreviewNormsDto): Promise<NormPreviewDto> {
    return this.normSets.preview(body.csv);
  }

  /** Take a file of norms as a set, or as the next version of one. */
  @Post()
  @Access('administrator')
  async create(
    @Body() body: CreateNormSetDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NormSetDto> {
    return answerCreated(reply, await this.normSets.create(body));
  }
}
