import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CoachAssignmentDto,
  CoachAssignmentListDto,
  CreateCoachAssignmentDto,
  UpdateCoachAssignmentDto,
} from './coach-assignment.dto.js';
import { CoachAssignmentService } from './coach-assignment.service.js';

@ApiTags('coaching')
@Controller()
export class CoachAssignmentController {
  constructor(private readonly assignments: CoachAssignmentService) {}

  /** Who has coached an institution from when to when, the latest first. */
  @Get('institutions/:id/coach-assignments')
  @Access()
  async list(@Param('id', IdPipe) id: string): Promise<CoachAssignmentListDto> {
    return { items: await this.assignments.list(id) };
  }

  /** A coach from a day on; whoever coached until further notice ends on the day before. */
  @Post('institutions/:id/coach-assignments')
  @Access('coordinator', 'administrator')
  async create(
    @Param('id', IdPipe) id: string,
    @Body() body: CreateCoachAssignmentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachAssignmentDto> {
    return answerCreated(reply, await this.assignments.create(id, body));
  }

  /** End an assignment, or correct its days. */
  @Patch('coach-assignments/:id')
  @Access('coordinator', 'administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateCoachAssignmentDto,
  ): Promise<CoachAssignmentDto> {
    return this.assignments.update(id, version, body);
  }

  /** Take back an assignment that was entered by mistake. */
  @Delete('coach-assignments/:id')
  @Access('coordinator', 'administrator')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.assignments.remove(id, version);
  }
}
