import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateSchoolHolidayDto,
  ListSchoolHolidaysDto,
  SchoolHolidayDto,
  SchoolHolidayListDto,
  UpdateSchoolHolidayDto,
} from './school-holiday.dto.js';
import { SchoolHolidayService } from './school-holiday.service.js';

@ApiTags('school holidays')
@Controller('school-holidays')
export class SchoolHolidayController {
  constructor(private readonly holidays: SchoolHolidayService) {}

  /** School holidays of the states, with the source of their dates, in the order of the calendar. */
  @Get()
  @Access()
  list(@Query() query: ListSchoolHolidaysDto): Promise<SchoolHolidayListDto> {
    return this.holidays.list(query);
  }

  /** Add holidays. */
  @Post()
  @Access('administrator')
  async create(
    @Body() body: CreateSchoolHolidayDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SchoolHolidayDto> {
    return answerCreated(reply, await this.holidays.create(body));
  }

  /** Change holidays. */
  @Patch(':id')
  @Access('administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateSchoolHolidayDto,
  ): Promise<SchoolHolidayDto> {
    return this.holidays.update(id, version, body);
  }

  /** Remove holidays. */
  @Delete(':id')
  @Access('administrator')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.holidays.remove(id, version);
  }
}
