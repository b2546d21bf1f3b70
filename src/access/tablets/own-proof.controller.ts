import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnDevice, OwnTransaction } from '../access.decorators.js';
import { type ActorRequest, workOf } from '../request.js';
import { MakeBadgeDto, NewBadgeDto, OwnProofDto, SetPinDto } from './own-proof.dto.js';
import { OwnProofService } from './own-proof.service.js';

/** How one unlocks the shared tablet of one's house. */
@ApiTags('account')
@Controller('account')
export class OwnProofController {
  constructor(private readonly proofs: OwnProofService) {}

  /** Whether there are a PIN and a badge. */
  @Get('pin')
  @Access('educator', 'institution_lead')
  @OwnDevice()
  get(): Promise<OwnProofDto> {
    return this.proofs.get();
  }

  /** Set the PIN, or another one. */
  @Put('pin')
  @Access('educator', 'institution_lead')
  @OwnDevice()
  @OwnTransaction()
  setPin(@Body() body: SetPinDto, @Req() request: ActorRequest): Promise<OwnProofDto> {
    return this.proofs.setPin(body, workOf(request));
  }

  /** Give up the PIN. */
  @Delete('pin')
  @Access('educator', 'institution_lead')
  @OwnDevice()
  @HttpCode(204)
  removePin(): Promise<void> {
    return this.proofs.removePin();
  }

  /** Make the badge, or a new one; what is on it is shown only in this answer. */
  @Post('badge')
  @Access('educator', 'institution_lead')
  @OwnDevice()
  @OwnTransaction()
  @HttpCode(200)
  makeBadge(@Body() body: MakeBadgeDto, @Req() request: ActorRequest): Promise<NewBadgeDto> {
    return this.proofs.makeBadge(body, workOf(request));
  }

  /** Give up the badge. */
  @Delete('badge')
  @Access('educator', 'institution_lead')
  @OwnDevice()
  @HttpCode(204)
  removeBadge(): Promise<void> {
    return this.proofs.removeBadge();
  }
}
