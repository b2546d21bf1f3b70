import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { CreateProtocolDto, ProtocolDto, ProtocolListDto } from './protocol.dto.js';
import { ProtocolService } from './protocol.service.js';

@ApiTags('test batteries')
@Controller('test-protocols')
export class TestProtocolController {
  constructor(private readonly protocols: ProtocolService) {}

  /** Every version of every task. */
  @Get()
  @Access()
  async list(): Promise<ProtocolListDto> {
    return { items: await this.protocols.list() };
  }

  /** Add the next version of how a task is done; the former stays as it is. */
  @Post()
  @Access('administrator')
  async create(
    @Body() body: CreateProtocolDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProtocolDto> {
    return answerCreated(reply, await this.protocols.create(body));
  }
}
