import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { ChildDto } from '../children/child.dto.js';
import {
  ChildTransferListDto,
  CreateChildTransfersDto,
  ListChildTransfersDto,
  NewChildTransfersDto,
  RedeemChildTransferDto,
} from './child-transfer.dto.js';
import { ChildTransferService } from './child-transfer.service.js';
import { RedemptionService } from './redemption.service.js';

@ApiTags('children')
@Controller('child-transfers')
export class ChildTransferController {
  constructor(
    private readonly transfers: ChildTransferService,
    private readonly redemptions: RedemptionService,
  ) {}

  /** Codes that the houses of the person have given out, without the codes themselves. */
  @Get()
  @Access('educator', 'institution_lead')
  list(@Query() query: ListChildTransfersDto): Promise<ChildTransferListDto> {
    return this.transfers.list(query);
  }

  /** Make codes with which the parents take their children's results to the next house; shown in this answer only. */
  @Post()
  @Access('educator', 'institution_lead')
  create(@Body() body: CreateChildTransfersDto): Promise<NewChildTransfersDto> {
    return this.transfers.create(body);
  }

  /** Receive a child with the code that the parents have brought. */
  @Post('redeem')
  @Access('educator', 'institution_lead')
  @OwnTransaction()
  async redeem(
    @Body() body: RedeemChildTransferDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChildDto> {
    return answerCreated(reply, await this.redemptions.redeem(workOf(request), body));
  }

  /** Make a code invalid that nobody has used yet. */
  @Delete(':id')
  @Access('educator', 'institution_lead')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.transfers.remove(id, version);
  }
}
