import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { AccountErasureService } from './account-erasure.service.js';
import { AccountErasurePreviewDto, EraseAccountDto } from './erasure.dto.js';

@ApiTags('accounts')
@Controller('accounts/:id/erasure')
export class AccountErasureController {
  constructor(private readonly erasure: AccountErasureService) {}

  /** What erasing the account would take, what would stay, and why. */
  @Get()
  @Access('administrator')
  @OwnTransaction()
  preview(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<AccountErasurePreviewDto> {
    return this.erasure.preview(id, workOf(request));
  }

  /** Erase the account (Art. 17 GDPR), for good; with the own password. */
  @Post()
  @Access('administrator')
  @OwnTransaction()
  @HttpCode(204)
  erase(
    @Param('id', IdPipe) id: string,
    @Body() body: EraseAccountDto,
    @Req() request: ActorRequest,
  ): Promise<void> {
    return this.erasure.erase(id, body, workOf(request));
  }
}
