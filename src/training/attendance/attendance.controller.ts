import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  AttendanceSheetDto,
  MarkListDto,
  SheetPersonDto,
  TakeAttendanceDto,
  WalkInDto,
} from './attendance.dto.js';
import { AttendanceService } from './attendance.service.js';
import { WalkInService } from './walk-in.service.js';

@ApiTags('attendance')
@Controller('trainings/:id')
export class AttendanceController {
  constructor(
    private readonly attendances: AttendanceService,
    private readonly walkIns: WalkInService,
  ) {}

  /** The attendance list of a training, with those whom the reader may name. */
  @Get('attendance')
  @Access('educator', 'institution_lead', 'coordinator')
  get(@Param('id', IdPipe) id: string): Promise<AttendanceSheetDto> {
    return this.attendances.getSheet(id);
  }

  /** Tick people off, one or many at once; all or none is written, and the same may be sent twice. */
  @Put('attendance')
  @Access('coordinator')
  async take(@Param('id', IdPipe) id: string, @Body() body: TakeAttendanceDto): Promise<MarkListDto> {
    return { items: await this.attendances.take(id, body.marks) };
  }

  /** Somebody who came without being registered: known already, or new with house and name. Takes nobody's place. */
  @Post('walk-ins')
  @Access('coordinator')
  async addWalkIn(
    @Param('id', IdPipe) id: string,
    @Body() body: WalkInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SheetPersonDto> {
    return answerCreated(reply, await this.walkIns.add(id, body));
  }
}
