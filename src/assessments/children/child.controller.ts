import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { ChildCreationService } from './child-creation.service.js';
import {
  ChangeChildrenDto,
  ChildDto,
  ChildListDto,
  ChildrenDto,
  CreateChildrenDto,
  ListChildrenDto,
  UpdateChildDto,
} from './child.dto.js';
import { ChildService } from './child.service.js';

@ApiTags('children')
@Controller('children')
export class ChildController {
  constructor(
    private readonly children: ChildService,
    private readonly creation: ChildCreationService,
  ) {}

  /** Children of the houses in which the person works or which they coach today; by code. */
  @Get()
  @Access('educator', 'institution_lead', 'coach')
  list(@Query() query: ListChildrenDto): Promise<ChildListDto> {
    return this.children.list(query);
  }

  /** One child. */
  @Get(':id')
  @Access('educator', 'institution_lead', 'coach')
  get(@Param('id', IdPipe) id: string): Promise<ChildDto> {
    return this.children.get(id);
  }

  /** Add a number of children to a group, each under a random code. */
  @Post()
  @Access('educator', 'institution_lead')
  async create(
    @Body() body: CreateChildrenDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChildrenDto> {
    return answerCreated(reply, await this.creation.create(body));
  }

  /** Change several children of a house at once: all or none. */
  @Put()
  @Access('educator', 'institution_lead')
  updateMany(@Body() body: ChangeChildrenDto): Promise<ChildrenDto> {
    return this.children.updateMany(body);
  }

  /** Change what is known of a child: birth month, sex, group, whether it has left. */
  @Patch(':id')
  @Access('educator', 'institution_lead')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateChildDto,
  ): Promise<ChildDto> {
    return this.children.update(id, version, body);
  }

  /** Erase a child with everything that is known of it in this house. It cannot be undone. */
  @Delete(':id')
  @Access('educator', 'institution_lead')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.children.remove(id, version);
  }
}
