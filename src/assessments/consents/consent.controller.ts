import { Body, Controller, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  ConsentDto,
  ConsentsDto,
  CreateConsentsDto,
  UpdateConsentDto,
  WithdrawalDto,
} from './consent.dto.js';
import { ConsentService } from './consent.service.js';
import { WithdrawalService } from './withdrawal.service.js';

@ApiTags('children')
@Controller('consents')
export class ConsentController {
  constructor(
    private readonly consents: ConsentService,
    private readonly withdrawals: WithdrawalService,
  ) {}

  /** Note that the parents of one or several children have signed. */
  @Post()
  @Access('educator', 'institution_lead')
  async create(
    @Body() body: CreateConsentsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsentsDto> {
    return answerCreated(reply, await this.consents.create(body));
  }

  /** Correct the date of a consent. */
  @Patch(':id')
  @Access('educator', 'institution_lead')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateConsentDto,
  ): Promise<ConsentDto> {
    return this.consents.update(id, version, body);
  }

  /** The parents take it back: all results of the child are erased at once, in every house. It cannot be undone. */
  @Post(':id/withdraw')
  @Access('educator', 'institution_lead')
  @OwnTransaction()
  @HttpCode(200)
  @RequiresIfMatch()
  withdraw(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Req() request: ActorRequest,
  ): Promise<WithdrawalDto> {
    return this.withdrawals.withdraw(workOf(request), id, version);
  }
}
