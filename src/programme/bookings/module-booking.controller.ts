import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateModuleBookingDto,
  ListModuleBookingsDto,
  ModuleBookingDto,
  ModuleBookingListDto,
  UpdateModuleBookingDto,
} from './module-booking.dto.js';
import { ModuleBookingService } from './module-booking.service.js';

@ApiTags('module bookings')
@Controller('module-bookings')
export class ModuleBookingController {
  constructor(private readonly bookings: ModuleBookingService) {}

  /** Which modules houses chose, the latest first. */
  @Get()
  @Access('educator', 'institution_lead', 'coach', 'coordinator', 'programme_lead')
  list(@Query() query: ListModuleBookingsDto): Promise<ModuleBookingListDto> {
    return this.bookings.list(query);
  }

  /** One booking. */
  @Get(':id')
  @Access('educator', 'institution_lead', 'coach', 'coordinator', 'programme_lead')
  get(@Param('id', IdPipe) id: string): Promise<ModuleBookingDto> {
    return this.bookings.get(id);
  }

  /** Choose a module for a house; or enter what is planned or took place already. */
  @Post()
  @Access('institution_lead', 'coach', 'coordinator')
  async create(
    @Body() body: CreateModuleBookingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ModuleBookingDto> {
    return answerCreated(reply, await this.bookings.create(body));
  }

  /** Change a booking; another `state` moves it, with what that state needs. */
  @Patch(':id')
  @Access('institution_lead', 'coach', 'coordinator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateModuleBookingDto,
  ): Promise<ModuleBookingDto> {
    return this.bookings.update(id, version, body);
  }

  /** Take back a wish. */
  @Delete(':id')
  @Access('institution_lead', 'coach', 'coordinator')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.bookings.remove(id, version);
  }
}
