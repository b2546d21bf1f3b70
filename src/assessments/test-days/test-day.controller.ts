import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateTestDayDto,
  ListTestDaysDto,
  ReleaseTestDayDto,
  TestDayDto,
  TestDayListDto,
  UpdateTestDayDto,
} from './test-day.dto.js';
import { TestDayService } from './test-day.service.js';

@ApiTags('test days')
@Controller('test-days')
export class TestDayController {
  constructor(private readonly days: TestDayService) {}

  /** Test days of the own houses, the latest first. */
  @Get()
  @Access('educator', 'institution_lead', 'coach')
  list(@Query() query: ListTestDaysDto): Promise<TestDayListDto> {
    return this.days.list(query);
  }

  /** One test day. */
  @Get(':id')
  @Access('educator', 'institution_lead', 'coach')
  get(@Param('id', IdPipe) id: string): Promise<TestDayDto> {
    return this.days.get(id);
  }

  /** Plan a test day. */
  @Post()
  @Access('educator', 'institution_lead')
  async create(
    @Body() body: CreateTestDayDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TestDayDto> {
    return answerCreated(reply, await this.days.create(body));
  }

  /** Plan it otherwise; another date asks for consent again and scores anew. */
  @Patch(':id')
  @Access('educator', 'institution_lead')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateTestDayDto,
  ): Promise<TestDayDto> {
    return this.days.update(id, version, body);
  }

  /** The release by the head of a school, without which nothing can be entered there. */
  @Post(':id/release')
  @Access('educator', 'institution_lead')
  @HttpCode(200)
  @RequiresIfMatch()
  release(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ReleaseTestDayDto,
  ): Promise<TestDayDto> {
    return this.days.release(id, version, body);
  }

  /** Delete a test day without results. */
  @Delete(':id')
  @Access('educator', 'institution_lead')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.days.remove(id, version);
  }
}
