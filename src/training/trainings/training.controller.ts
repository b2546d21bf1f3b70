import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateTrainingDto,
  ListTrainingsDto,
  TrainingDto,
  TrainingListDto,
  UpdateTrainingDto,
} from './training.dto.js';
import { TrainingService } from './training.service.js';

@ApiTags('trainings')
@Controller('trainings')
export class TrainingController {
  constructor(private readonly trainings: TrainingService) {}

  /** Trainings, by their dates; drafts only for those who keep them. */
  @Get()
  @Access()
  list(@Query() query: ListTrainingsDto): Promise<TrainingListDto> {
    return this.trainings.list(query);
  }

  /** One training. */
  @Get(':id')
  @Access()
  get(@Param('id', IdPipe) id: string): Promise<TrainingDto> {
    return this.trainings.get(id);
  }

  /** Begin a training; it is a draft until it is opened. */
  @Post()
  @Access('coordinator')
  async create(
    @Body() body: CreateTrainingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TrainingDto> {
    return answerCreated(reply, await this.trainings.create(body));
  }

  /** Change a training, open it, close it, cancel it. */
  @Patch(':id')
  @Access('coordinator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateTrainingDto,
  ): Promise<TrainingDto> {
    return this.trainings.update(id, version, body);
  }

  /** Delete a draft. */
  @Delete(':id')
  @Access('coordinator')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.trainings.remove(id, version);
  }
}
