import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateStaffMemberDto,
  ListStaffMembersDto,
  StaffMemberDto,
  StaffMemberListDto,
  UpdateStaffMemberDto,
} from './staff-member.dto.js';
import { StaffMemberService } from './staff-member.service.js';

@ApiTags('staff')
@Controller('staff-members')
export class StaffMemberController {
  constructor(private readonly members: StaffMemberService) {}

  /** Who works in the houses that the person leads or coordinates, by name. */
  @Get()
  @Access('institution_lead', 'coordinator')
  list(@Query() query: ListStaffMembersDto): Promise<StaffMemberListDto> {
    return this.members.list(query);
  }

  /** Enter somebody who works in a house. */
  @Post()
  @Access('institution_lead', 'coordinator')
  async create(
    @Body() body: CreateStaffMemberDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffMemberDto> {
    return answerCreated(reply, await this.members.create(body));
  }

  /** Change what is known of somebody. */
  @Patch(':id')
  @Access('institution_lead', 'coordinator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateStaffMemberDto,
  ): Promise<StaffMemberDto> {
    return this.members.update(id, version, body);
  }

  /** Delete a record made by mistake. */
  @Delete(':id')
  @Access('institution_lead', 'coordinator')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.members.remove(id, version);
  }
}
