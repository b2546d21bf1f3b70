import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateGroupDto,
  GroupDto,
  GroupListDto,
  GroupSizeListDto,
  ListGroupsDto,
  UpdateGroupDto,
} from './group.dto.js';
import { GroupService } from './group.service.js';

@ApiTags('groups')
@Controller('groups')
export class GroupController {
  constructor(private readonly groups: GroupService) {}

  /** Groups and classes, newest school year first. */
  @Get()
  @Access()
  list(@Query() query: ListGroupsDto): Promise<GroupListDto> {
    return this.groups.list(query);
  }

  /** One group. */
  @Get(':id')
  @Access()
  get(@Param('id', IdPipe) id: string): Promise<GroupDto> {
    return this.groups.get(id);
  }

  /** Sizes of a group through its school year: who came and who left. */
  @Get(':id/sizes')
  @Access()
  async listSizes(@Param('id', IdPipe) id: string): Promise<GroupSizeListDto> {
    return { items: await this.groups.listSizes(id) };
  }

  /** Add a group to a house and school year. */
  @Post()
  @Access('institution_lead', 'coordinator', 'administrator')
  async create(
    @Body() body: CreateGroupDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GroupDto> {
    return answerCreated(reply, await this.groups.create(body));
  }

  /** Rename a group, change its size (since a day), archive it. */
  @Patch(':id')
  @Access('institution_lead', 'coordinator', 'administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateGroupDto,
  ): Promise<GroupDto> {
    return this.groups.update(id, version, body);
  }
}
