import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { TestDayDto } from '../test-days/test-day.dto.js';
import { TestDayService } from '../test-days/test-day.service.js';
import { CloseTestDayDto, ClosingDto } from './closing.dto.js';
import { ClosingService } from './closing.service.js';
import { NotDoneService } from './not-done.service.js';
import { SheetDto } from './sheet.dto.js';
import { SheetService } from './sheet.service.js';
import { ChildResultsDto, NotDoneDto } from './trial.dto.js';

/** What happens on a test day, from the first entry to its closing. */
@ApiTags('test days')
@Controller('test-days')
export class SheetController {
  constructor(
    private readonly days: TestDayService,
    private readonly sheets: SheetService,
    private readonly marks: NotDoneService,
    private readonly closings: ClosingService,
  ) {}

  /** Everything that a device needs to enter the day: tasks with limits and timers, children with what stands of them. */
  @Get(':id/sheet')
  @Access('educator', 'institution_lead', 'coach')
  async getSheet(@Param('id', IdPipe) id: string): Promise<SheetDto> {
    return this.sheets.get(await this.days.get(id));
  }

  /** Mark tasks of a child as not done, with the reason; or take that back. */
  @Put(':id/not-done')
  @Access('educator', 'institution_lead', 'coach')
  markNotDone(@Param('id', IdPipe) id: string, @Body() body: NotDoneDto): Promise<ChildResultsDto> {
    return this.marks.mark(id, body);
  }

  /** What is missing or conspicuous before the day is closed. */
  @Get(':id/closing')
  @Access('educator', 'institution_lead', 'coach')
  getClosing(@Param('id', IdPipe) id: string): Promise<ClosingDto> {
    return this.closings.get(id);
  }

  /** Close the day, having looked at gaps and conspicuous values; from then on every change is a correction. */
  @Post(':id/close')
  @Access('educator', 'institution_lead')
  @HttpCode(200)
  @RequiresIfMatch()
  close(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: CloseTestDayDto,
  ): Promise<TestDayDto> {
    return this.closings.close(id, version, body);
  }
}
