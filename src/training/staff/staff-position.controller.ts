import { Body, Controller, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { CreateStaffPositionDto, StaffPositionDto, UpdateStaffPositionDto } from './staff-member.dto.js';
import { StaffPositionService } from './staff-position.service.js';

@ApiTags('staff')
@Controller('staff-positions')
export class StaffPositionController {
  constructor(private readonly positions: StaffPositionService) {}

  /** Say that somebody works in a further house. */
  @Post()
  @Access('institution_lead', 'coordinator')
  async create(
    @Body() body: CreateStaffPositionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffPositionDto> {
    return answerCreated(reply, await this.positions.create(body));
  }

  /** Say since when, or until when, somebody works in a house. */
  @Patch(':id')
  @Access('institution_lead', 'coordinator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateStaffPositionDto,
  ): Promise<StaffPositionDto> {
    return this.positions.update(id, version, body);
  }
}
