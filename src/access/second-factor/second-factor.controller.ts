import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { Access, BeforeSecondFactor, OwnDevice, OwnTransaction } from '../access.decorators.js';
import { type ActorRequest, workOf } from '../request.js';
import { SecondFactorReset } from './second-factor-reset.js';
import {
  ConfirmSecondFactorDto,
  RecoveryCodesDto,
  RemoveSecondFactorDto,
  RenewRecoveryCodesDto,
  SecondFactorDto,
  SecondFactorResetDto,
  SecondFactorSecretDto,
  StartSecondFactorDto,
} from './second-factor.dto.js';
import { SecondFactorService } from './second-factor.service.js';

@ApiTags('account')
@Controller()
export class SecondFactorController {
  constructor(
    private readonly factor: SecondFactorService,
    private readonly resets: SecondFactorReset,
  ) {}

  /** Whether the own second factor is on, and whether it has to be. */
  @Get('second-factor')
  @Access()
  @OwnDevice()
  @BeforeSecondFactor()
  @OwnTransaction()
  get(@Req() request: ActorRequest): Promise<SecondFactorDto> {
    return this.factor.get(workOf(request));
  }

  /** Begin to set up (or replace) the second factor: a secret for the authenticator app. */
  @Post('second-factor')
  @Access()
  @OwnDevice()
  @BeforeSecondFactor()
  @OwnTransaction()
  @HttpCode(200)
  start(@Body() body: StartSecondFactorDto, @Req() request: ActorRequest): Promise<SecondFactorSecretDto> {
    return this.factor.start(body, workOf(request));
  }

  /** Switch the second factor on by a first code; the answer has the recovery codes, this once. */
  @Post('second-factor/confirm')
  @Access()
  @OwnDevice()
  @BeforeSecondFactor()
  @OwnTransaction()
  @HttpCode(200)
  confirm(@Body() body: ConfirmSecondFactorDto, @Req() request: ActorRequest): Promise<RecoveryCodesDto> {
    return this.factor.confirm(body.code, workOf(request));
  }

  /** New recovery codes in place of the old ones. */
  @Post('second-factor/recovery-codes')
  @Access()
  @OwnDevice()
  @OwnTransaction()
  @HttpCode(200)
  renewCodes(@Body() body: RenewRecoveryCodesDto, @Req() request: ActorRequest): Promise<RecoveryCodesDto> {
    return this.factor.renewCodes(body.password, workOf(request));
  }

  /** Switch the own second factor off, where no role asks for it. */
  @Post('second-factor/remove')
  @Access()
  @OwnDevice()
  @OwnTransaction()
  @HttpCode(204)
  remove(@Body() body: RemoveSecondFactorDto, @Req() request: ActorRequest): Promise<void> {
    return this.factor.remove(body, workOf(request));
  }

  /** Take away somebody's second factor, who has lost it and is there in person; ends their sessions. */
  @Delete('accounts/:id/second-factor')
  @Access('administrator')
  @OwnTransaction()
  reset(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<SecondFactorResetDto> {
    return this.resets.reset(id, workOf(request));
  }
}
