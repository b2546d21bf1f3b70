import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { Mailer } from '../../mail/mailer.js';
import { Access, OwnTransaction, Public } from '../access.decorators.js';
import { type ActorRequest, workOf } from '../request.js';
import { PasswordResetCompletion } from './password-reset-completion.js';
import {
  CompletePasswordResetDto,
  PasswordResetLinkDto,
  PasswordResetPreviewDto,
  PasswordResetWaysDto,
  RequestPasswordResetDto,
  ResetTokenDto,
} from './password-reset.dto.js';
import { PasswordResetRequests } from './password-reset-requests.js';
import { PasswordResetService } from './password-reset.service.js';

@ApiTags('password-reset')
@Controller()
export class PasswordResetController {
  constructor(
    private readonly requests: PasswordResetRequests,
    private readonly completion: PasswordResetCompletion,
    private readonly resets: PasswordResetService,
    private readonly mailer: Mailer,
  ) {}

  /** What somebody can do who has forgotten the password. */
  @Get('password-reset')
  @Public()
  get(): PasswordResetWaysDto {
    return { byMail: this.mailer.isConfigured };
  }

  /** Ask for a link by mail; the answer is the same whether or not the address has an account. */
  @Post('password-reset')
  @Public()
  @HttpCode(202)
  request(@Body() body: RequestPasswordResetDto, @Req() request: ActorRequest): Promise<void> {
    return this.requests.take(body.email, workOf(request));
  }

  /** For whom a link is; does not use it up. */
  @Post('password-reset/preview')
  @Public()
  @HttpCode(200)
  preview(@Body() body: ResetTokenDto, @Req() request: ActorRequest): Promise<PasswordResetPreviewDto> {
    return this.completion.preview(body.token, workOf(request));
  }

  /** Choose the new password: uses the link up and ends all sessions. Signing in comes after, with the second factor. */
  @Post('password-reset/complete')
  @Public()
  @HttpCode(204)
  complete(@Body() body: CompletePasswordResetDto, @Req() request: ActorRequest): Promise<void> {
    return this.completion.complete(body, workOf(request));
  }

  /** Make a link for somebody who has forgotten the password; it is mailed where that is set up, and shown once. */
  @Post('accounts/:id/password-reset')
  @Access('institution_lead', 'coordinator', 'administrator')
  @OwnTransaction()
  @HttpCode(200)
  createFor(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<PasswordResetLinkDto> {
    return this.resets.createFor(id, workOf(request));
  }
}
