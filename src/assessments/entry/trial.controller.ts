import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { CreateTrialDto, TrialDto, UpdateTrialDto } from './trial.dto.js';
import { TrialService } from './trial.service.js';

@ApiTags('trials')
@Controller('trials')
export class TrialController {
  constructor(private readonly trials: TrialService) {}

  /** Note a child's try; an unlikely value asks for `confirmed`, a number that another device has taken shows what stands there. */
  @Post()
  @Access('educator', 'institution_lead', 'coach')
  async create(
    @Body() body: CreateTrialDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TrialDto> {
    return answerCreated(reply, await this.trials.create(body));
  }

  /** Change a try; on a closed day this is a correction. */
  @Patch(':id')
  @Access('educator', 'institution_lead', 'coach')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateTrialDto,
  ): Promise<TrialDto> {
    return this.trials.update(id, version, body);
  }

  /** Delete a try. */
  @Delete(':id')
  @Access('educator', 'institution_lead', 'coach')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.trials.remove(id, version);
  }
}
