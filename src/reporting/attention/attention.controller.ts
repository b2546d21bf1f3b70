import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, TokenScope } from '../../access/access.decorators.js';
import { AttentionDto, AttentionQueryDto } from './attention.dto.js';
import { AttentionService } from './attention.service.js';

@ApiTags('reports')
@Controller('reports/attention')
export class AttentionController {
  constructor(private readonly attention: AttentionService) {}

  /** What needs somebody's attention today: quiet houses, overdue next steps, modules without a date, trainings nearly empty. */
  @Get()
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  get(@Query() query: AttentionQueryDto): Promise<AttentionDto> {
    return this.attention.get(query);
  }
}
