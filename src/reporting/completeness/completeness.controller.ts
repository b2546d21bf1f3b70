import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, TokenScope } from '../../access/access.decorators.js';
import { CompletenessDto, CompletenessQueryDto } from './completeness.dto.js';
import { CompletenessService } from './completeness.service.js';

@ApiTags('reports')
@Controller('reports/completeness')
export class CompletenessController {
  constructor(private readonly completeness: CompletenessService) {}

  /** How completely each participating house enters its activities, month by month of a school year. */
  @Get()
  @Access('coordinator', 'programme_lead')
  @TokenScope('reports')
  get(@Query() query: CompletenessQueryDto): Promise<CompletenessDto> {
    return this.completeness.get(query);
  }
}
