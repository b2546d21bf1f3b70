import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { BatteryDto, BatteryListDto, CreateBatteryDto } from './battery.dto.js';
import { BatteryService } from './battery.service.js';

@ApiTags('test batteries')
@Controller('test-batteries')
export class TestBatteryController {
  constructor(private readonly batteries: BatteryService) {}

  /** All batteries with their tasks: those that are offered, then their former versions. */
  @Get()
  @Access()
  async list(): Promise<BatteryListDto> {
    return { items: await this.batteries.list() };
  }

  /** One version of a battery. */
  @Get(':id')
  @Access()
  get(@Param('id', IdPipe) id: string): Promise<BatteryDto> {
    return this.batteries.get(id);
  }

  /** Add a battery, or the next version of one; the former stays as it is. */
  @Post()
  @Access('administrator')
  async create(
    @Body() body: CreateBatteryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatteryDto> {
    return answerCreated(reply, await this.batteries.create(body));
  }
}
