import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, AsksFirst } from '../access/access.decorators.js';
import type { FastifyReply } from '../access/request.js';
import { answerCreated } from '../kernel/http/created.js';
import { answerFound } from '../kernel/http/found.js';
import { IfMatch, RequiresIfMatch } from '../kernel/http/if-match.js';
import { IdPipe } from '../kernel/validation/input.pipe.js';
import {
  ActivityDto,
  ActivityListDto,
  CreateActivityDto,
  LastActivityDto,
  ListActivitiesDto,
  UpdateActivityDto,
} from './activity.dto.js';
import { ActivityService } from './activity.service.js';

@ApiTags('activities')
@Controller('activities')
export class ActivityController {
  constructor(private readonly activities: ActivityService) {}

  /** Activities, newest first. */
  @Get()
  @Access('educator', 'institution_lead', 'coach', 'coordinator', 'programme_lead')
  list(@Query() query: ListActivitiesDto): Promise<ActivityListDto> {
    return this.activities.list(query);
  }

  /** The own latest entry, as a pattern for the next; 204 when there is none yet. */
  @Get('last')
  @Access('educator', 'institution_lead')
  @ApiOkResponse({ type: ActivityDto })
  @ApiNoContentResponse({ description: 'No entry yet' })
  async getLast(
    @Query() query: LastActivityDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActivityDto | null> {
    return answerFound(reply, await this.activities.findLast(query.institutionId));
  }

  /** One activity. */
  @Get(':id')
  @Access('educator', 'institution_lead', 'coach', 'coordinator', 'programme_lead')
  get(@Param('id', IdPipe) id: string): Promise<ActivityDto> {
    return this.activities.get(id);
  }

  /** Note an activity. */
  @Post()
  @Access('educator', 'institution_lead')
  @AsksFirst()
  async create(
    @Body() body: CreateActivityDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActivityDto> {
    return answerCreated(reply, await this.activities.create(body));
  }

  /** Change an activity. */
  @Patch(':id')
  @Access('educator', 'institution_lead')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateActivityDto,
  ): Promise<ActivityDto> {
    return this.activities.update(id, version, body);
  }

  /** Delete an activity. */
  @Delete(':id')
  @Access('educator', 'institution_lead')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.activities.remove(id, version);
  }

  /** Take a deletion back on the same day. */
  @Post(':id/restore')
  @Access('educator', 'institution_lead')
  @HttpCode(200)
  @RequiresIfMatch()
  restore(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<ActivityDto> {
    return this.activities.restore(id, version);
  }
}
