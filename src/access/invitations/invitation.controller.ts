import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { answerCreated } from '../../kernel/http/created.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { Access, OwnTransaction, Public } from '../access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../request.js';
import { deviceName } from '../sessions/device.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionDto } from '../sessions/session.dto.js';
import { AcceptanceService } from './acceptance.service.js';
import {
  AcceptInvitationDto,
  CreateInvitationDto,
  InvitationListDto,
  InvitationPreviewDto,
  InvitationTokenDto,
  NewInvitationDto,
} from './invitation.dto.js';
import { InvitationSending } from './invitation-sending.js';
import { InvitationService } from './invitation.service.js';

@ApiTags('invitations')
@Controller('invitations')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly sending: InvitationSending,
    private readonly acceptance: AcceptanceService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Invitations to roles that one gives (and one's own), not yet accepted, newest first; those that ran out lately can be renewed. */
  @Get()
  @Access('institution_lead', 'coordinator', 'administrator')
  list(@Query() query: PageQueryDto): Promise<InvitationListDto> {
    return this.invitations.list(query);
  }

  /** Invite a person to a role, by mail where that is set up; the link in the answer is shown only once. */
  @Post()
  @Access('institution_lead', 'coordinator', 'administrator')
  @OwnTransaction()
  async create(
    @Body() body: CreateInvitationDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewInvitationDto> {
    return answerCreated(reply, await this.sending.create(body, workOf(request)));
  }

  /** Take an invitation back. */
  @Delete(':id')
  @Access('institution_lead', 'coordinator', 'administrator')
  @HttpCode(204)
  remove(@Param('id', IdPipe) id: string): Promise<void> {
    return this.invitations.withdraw(id);
  }

  /** A new link, valid for 24 hours from now; the old one stops working. */
  @Post(':id/renew')
  @Access('institution_lead', 'coordinator', 'administrator')
  @OwnTransaction()
  @HttpCode(200)
  renew(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<NewInvitationDto> {
    return this.sending.renew(id, workOf(request));
  }

  /** For whom an invitation link is; does not use it up. */
  @Post('preview')
  @Public()
  @HttpCode(200)
  preview(@Body() body: InvitationTokenDto, @Req() request: ActorRequest): Promise<InvitationPreviewDto> {
    return this.acceptance.preview(body.token, workOf(request));
  }

  /** Accept an invitation: makes the account, or adds the role to an existing one, and signs in. */
  @Post('accept')
  @Public()
  async accept(
    @Body() body: AcceptInvitationDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const opened = await this.acceptance.accept(
      body,
      workOf(request),
      deviceName(request.headers['user-agent']),
    );
    this.cookie.write(reply, opened.token, opened.expiresAt);
    return opened.session;
  }
}
