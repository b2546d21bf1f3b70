import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { CreateTargetDto, ListTargetsDto, TargetDto, TargetListDto, UpdateTargetDto } from './target.dto.js';
import { TargetService } from './target.service.js';

@ApiTags('targets')
@Controller('targets')
export class TargetController {
  constructor(private readonly targets: TargetService) {}

  /** What municipalities want to reach in a school year, the latest year first. */
  @Get()
  @Access('coordinator', 'programme_lead', 'administrator')
  list(@Query() query: ListTargetsDto): Promise<TargetListDto> {
    return this.targets.list(query);
  }

  /** Set the targets of a school year. */
  @Post()
  @Access('coordinator', 'administrator')
  async create(
    @Body() body: CreateTargetDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TargetDto> {
    return answerCreated(reply, await this.targets.create(body));
  }

  /** Change targets. */
  @Patch(':id')
  @Access('coordinator', 'administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateTargetDto,
  ): Promise<TargetDto> {
    return this.targets.update(id, version, body);
  }

  /** Remove the targets of a school year. */
  @Delete(':id')
  @Access('coordinator', 'administrator')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.targets.remove(id, version);
  }
}
