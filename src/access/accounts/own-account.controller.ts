import { Body, Controller, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { Access, OwnDevice, OwnTransaction } from '../access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../request.js';
import { deviceName } from '../sessions/device.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionDto } from '../sessions/session.dto.js';
import { ChangePasswordDto, OwnAccountDto, UpdateOwnAccountDto } from './own-account.dto.js';
import { OwnAccountService } from './own-account.service.js';

@ApiTags('account')
@Controller('account')
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccountService,
    private readonly cookie: SessionCookie,
  ) {}

  /** The own account. */
  @Get()
  @Access()
  @OwnDevice()
  get(): Promise<OwnAccountDto> {
    return this.account.get();
  }

  /** Change the own name. */
  @Patch()
  @Access()
  @RequiresIfMatch()
  update(@IfMatch() version: number, @Body() body: UpdateOwnAccountDto): Promise<OwnAccountDto> {
    return this.account.update(version, body);
  }

  /** Change the own password: ends all sessions and opens a new one here. */
  @Post('password')
  @Access()
  @OwnTransaction()
  @HttpCode(200)
  async changePassword(
    @Body() body: ChangePasswordDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const device = deviceName(request.headers['user-agent']);
    const opened = await this.account.changePassword(body, workOf(request), device);
    this.cookie.write(reply, opened.token, opened.expiresAt);
    return opened.session;
  }
}
