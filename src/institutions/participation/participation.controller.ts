import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  AddStepDto,
  CorrectStepDto,
  CreateParticipationDto,
  ParticipationRunDto,
  ParticipationRunListDto,
} from './participation.dto.js';
import { ParticipationService } from './participation.service.js';

@ApiTags('participation')
@Controller()
export class ParticipationController {
  constructor(private readonly participations: ParticipationService) {}

  /** Every run of an institution in the programme with its steps, the latest first. */
  @Get('institutions/:id/participations')
  @Access()
  async list(@Param('id', IdPipe) id: string): Promise<ParticipationRunListDto> {
    return { items: await this.participations.list(id) };
  }

  /** Begin a run, the first or the next after one that has ended; or enter one of the past. */
  @Post('institutions/:id/participations')
  @Access('coordinator', 'administrator')
  async create(
    @Param('id', IdPipe) id: string,
    @Body() body: CreateParticipationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ParticipationRunDto> {
    return answerCreated(reply, await this.participations.create(id, body));
  }

  /** The next step of a run; or one that was forgotten. */
  @Post('participations/:id/steps')
  @Access('coordinator', 'administrator')
  @RequiresIfMatch()
  async addStep(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: AddStepDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ParticipationRunDto> {
    return answerCreated(reply, await this.participations.addStep(id, version, body));
  }

  /** Correct a step, or take it back; `If-Match` bears the version of the run. */
  @Patch('participation-steps/:id')
  @Access('coordinator', 'administrator')
  @RequiresIfMatch()
  correctStep(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: CorrectStepDto,
  ): Promise<ParticipationRunDto> {
    return this.participations.correctStep(id, version, body);
  }

  /** Take back a run that was entered by mistake: one step, and no activities (which administrators do not see). */
  @Delete('participations/:id')
  @Access('coordinator')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.participations.remove(id, version);
  }
}
