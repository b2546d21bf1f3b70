import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateTabletDto,
  EnrolmentDto,
  NewTabletDto,
  OfHouseDto,
  TabletDto,
  TabletListDto,
  UpdateTabletDto,
} from './tablet.dto.js';
import { TabletService } from './tablet.service.js';

/** Devices that several people of a house share. */
@ApiTags('tablets')
@Controller('tablets')
export class TabletController {
  constructor(private readonly tablets: TabletService) {}

  /** The house's shared tablets, those in use first. */
  @Get()
  @Access('institution_lead')
  async list(@Query() { institutionId }: OfHouseDto): Promise<TabletListDto> {
    return { items: await this.tablets.list(institutionId) };
  }

  /** Add a tablet; the answer bears the one-time code by which a device becomes it. */
  @Post()
  @Access('institution_lead')
  async create(
    @Body() body: CreateTabletDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewTabletDto> {
    return answerCreated(reply, await this.tablets.create(body));
  }

  /** Rename a tablet, or show people in another way on it. */
  @Patch(':id')
  @Access('institution_lead')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateTabletDto,
  ): Promise<TabletDto> {
    return this.tablets.update(id, version, body);
  }

  /** A new one-time code: whichever device uses it becomes the tablet. */
  @Post(':id/enrolment')
  @Access('institution_lead')
  @HttpCode(200)
  enrol(@Param('id', IdPipe) id: string): Promise<EnrolmentDto> {
    return this.tablets.enrol(id);
  }

  /** Revoke a tablet: lost, stolen, or given away. */
  @Delete(':id')
  @Access('institution_lead')
  @HttpCode(204)
  remove(@Param('id', IdPipe) id: string): Promise<void> {
    return this.tablets.revoke(id);
  }
}
