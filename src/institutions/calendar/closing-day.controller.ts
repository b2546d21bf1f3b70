import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  ClosingDayDto,
  ClosingDayListDto,
  CreateClosingDayDto,
  ListClosingDaysDto,
  UpdateClosingDayDto,
} from './closing-day.dto.js';
import { ClosingDayService } from './closing-day.service.js';

@ApiTags('closing days')
@Controller('closing-days')
export class ClosingDayController {
  constructor(private readonly closingDays: ClosingDayService) {}

  /** When houses are closed for reasons of their own, in the order of the calendar. */
  @Get()
  @Access()
  list(@Query() query: ListClosingDaysDto): Promise<ClosingDayListDto> {
    return this.closingDays.list(query);
  }

  /** Add days on which a house is closed. */
  @Post()
  @Access('institution_lead', 'coordinator', 'administrator')
  async create(
    @Body() body: CreateClosingDayDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClosingDayDto> {
    return answerCreated(reply, await this.closingDays.create(body));
  }

  /** Change closing days. */
  @Patch(':id')
  @Access('institution_lead', 'coordinator', 'administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateClosingDayDto,
  ): Promise<ClosingDayDto> {
    return this.closingDays.update(id, version, body);
  }

  /** Remove closing days. */
  @Delete(':id')
  @Access('institution_lead', 'coordinator', 'administrator')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.closingDays.remove(id, version);
  }
}
