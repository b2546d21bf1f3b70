import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { ListTimelineDto, TimelineDto } from './timeline.dto.js';
import { TimelineService } from './timeline.service.js';

@ApiTags('institutions')
@Controller('institutions/:id/timeline')
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  /** What happened in an institution, the latest first. */
  @Get()
  @Access()
  list(@Param('id', IdPipe) id: string, @Query() query: ListTimelineDto): Promise<TimelineDto> {
    return this.timeline.list(id, query);
  }
}
