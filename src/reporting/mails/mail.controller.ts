import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { ListMailsDto, MailDto, MailListDto, MailSummaryDto } from './mail.dto.js';
import { MailService } from './mail.service.js';

/** Letters to people of the staff. They name them, so the coordinators read them, not the administrators. */
@ApiTags('mails')
@Controller('mails')
export class MailController {
  constructor(private readonly mails: MailService) {}

  /** What was or would be sent, newest first. */
  @Get()
  @Access('coordinator')
  list(@Query() query: ListMailsDto): Promise<MailListDto> {
    return this.mails.list(query);
  }

  /** How many letters are where, and why some are not sent. */
  @Get('summary')
  @Access('coordinator', 'administrator')
  @OwnTransaction()
  summary(@Req() request: ActorRequest): Promise<MailSummaryDto> {
    return this.mails.summary(workOf(request));
  }

  /** Send one that failed, or that was put in while there was no mail server. */
  @Post(':id/resend')
  @Access('coordinator')
  @HttpCode(200)
  @RequiresIfMatch()
  resend(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<MailDto> {
    return this.mails.resend(id, version);
  }
}
