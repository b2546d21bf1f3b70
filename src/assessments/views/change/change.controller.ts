import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../../access/access.decorators.js';
import { READERS } from '../readers.js';
import { type ChangeDto, ChangeQueryDto } from './change.dto.js';
import { ChangeService } from './change.service.js';

@ApiTags('assessments')
@Controller('assessments')
export class AssessmentChangeController {
  constructor(private readonly changes: ChangeService) {}

  /** Before and after: children of a house who were tested in both periods, by the same protocol and norm set. */
  @Get('change')
  @Access(...READERS)
  get(@Query() query: ChangeQueryDto): Promise<ChangeDto> {
    return this.changes.get(query);
  }
}
