import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { RetentionDto } from './retention.dto.js';
import { RetentionService } from './retention.service.js';

@ApiTags('retention')
@Controller('retention')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  /** What is kept how long and why, what the next run would erase, the last runs and the journal of erasures. */
  @Get()
  @Access('administrator')
  @OwnTransaction()
  get(@Req() request: ActorRequest): Promise<RetentionDto> {
    return this.retention.get(workOf(request));
  }

  /** Have a run begin now, in the background, besides the daily one. */
  @Post('run')
  @Access('administrator')
  @HttpCode(202)
  run(): Promise<void> {
    return this.retention.run();
  }
}
