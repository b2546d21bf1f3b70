import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  ConfirmGroupYearDto,
  GetGroupYearDto,
  GroupYearDto,
  GroupYearListDto,
  ListGroupYearsDto,
} from './group-year.dto.js';
import { GroupYearService } from './group-year.service.js';

@ApiTags('groups')
@Controller()
export class GroupYearController {
  constructor(private readonly years: GroupYearService) {}

  /** Which houses have confirmed their groups of a school year, and which have not. */
  @Get('group-years')
  @Access('coordinator', 'programme_lead', 'administrator')
  list(@Query() query: ListGroupYearsDto): Promise<GroupYearListDto> {
    return this.years.list(query);
  }

  /** The groups of a house in a school year, and what the year before proposes. */
  @Get('institutions/:id/group-year')
  @Access('institution_lead', 'coordinator', 'administrator')
  get(@Param('id', IdPipe) id: string, @Query() query: GetGroupYearDto): Promise<GroupYearDto> {
    return this.years.get(id, query.schoolYear);
  }

  /** Add the groups that go on, and confirm the year; all in one, and once however often it is sent. */
  @Post('institutions/:id/group-year/confirmation')
  @Access('institution_lead', 'coordinator', 'administrator')
  @HttpCode(200)
  confirm(@Param('id', IdPipe) id: string, @Body() body: ConfirmGroupYearDto): Promise<GroupYearDto> {
    return this.years.confirm(id, body);
  }
}
