import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../../access/access.decorators.js';
import { IdPipe } from '../../../kernel/validation/input.pipe.js';
import { READERS } from '../readers.js';
import { type GroupReportDto, GroupReportQueryDto } from './group-report.dto.js';
import { GroupReportService } from './group-report.service.js';

@ApiTags('test-days')
@Controller('test-days')
export class GroupReportController {
  constructor(private readonly reports: GroupReportService) {}

  /** How the children of a test day did, against what the norm expects; which tasks need most, and modules that fit. */
  @Get(':id/group-report')
  @Access(...READERS)
  get(@Param('id', IdPipe) id: string, @Query() query: GroupReportQueryDto): Promise<GroupReportDto> {
    return this.reports.get(id, query.groupId ?? null);
  }
}
