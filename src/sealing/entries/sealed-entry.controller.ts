import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../access/access.decorators.js';
import type { ActorRequest, FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { SealedAnswerDto, SealedEntryDto } from './sealed-entry.dto.js';
import { SealedEntryService } from './sealed-entry.service.js';

@ApiTags('sealed entries')
@Controller('sealed-entries')
export class SealedEntryController {
  constructor(private readonly entries: SealedEntryService) {}

  /** Hand in what was noted while nobody was signed in: it is done as its author's, or held for the lead of the house. */
  @Post()
  @Public()
  async create(
    @Body() body: SealedEntryDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SealedAnswerDto> {
    return answerCreated(reply, await this.entries.receive(body, request));
  }
}
