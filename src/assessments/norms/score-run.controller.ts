import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { ScoreRunListDto } from './score-run.dto.js';
import { ScoreRunService } from './score-run.service.js';

@ApiTags('norms')
@Controller('score-runs')
export class ScoreRunController {
  constructor(private readonly runs: ScoreRunService) {}

  /** How far computing scores anew has come, in houses; the latest first. */
  @Get()
  @Access('administrator')
  async list(): Promise<ScoreRunListDto> {
    return { items: await this.runs.list() };
  }
}
