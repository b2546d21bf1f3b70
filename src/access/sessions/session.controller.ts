import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { Access, BeforeSecondFactor, OwnDevice, Public } from '../access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../request.js';
import { deviceName } from './device.js';
import { SessionCookie } from './session-cookie.js';
import { SessionDto, SessionListDto, SignInDto } from './session.dto.js';
import { SessionService } from './session.service.js';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Sign in. */
  @Post('session')
  @Public()
  async create(
    @Body() body: SignInDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const opened = await this.sessions.signIn(
      body,
      workOf(request),
      deviceName(request.headers['user-agent']),
    );
    this.cookie.write(reply, opened.token, opened.expiresAt);
    return opened.session;
  }

  /** Who is signed in, with which roles. */
  @Get('session')
  @Access()
  @BeforeSecondFactor()
  get(): Promise<SessionDto> {
    return this.sessions.get();
  }

  /** Sign out. */
  @Delete('session')
  @Access()
  @BeforeSecondFactor()
  @HttpCode(204)
  async remove(@Req() request: ActorRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.endCurrent();
    this.cookie.clear(request, reply);
  }

  /** The own open sessions, last used first. */
  @Get('sessions')
  @Access()
  @OwnDevice()
  async list(): Promise<SessionListDto> {
    return { items: await this.sessions.list() };
  }

  /** End all own sessions but the one that asks. */
  @Delete('sessions')
  @Access()
  @HttpCode(204)
  removeOthers(): Promise<void> {
    return this.sessions.endOthers();
  }

  /** End one of the own sessions. */
  @Delete('sessions/:id')
  @Access()
  @HttpCode(204)
  removeOne(@Param('id', IdPipe) id: string): Promise<void> {
    return this.sessions.end(id);
  }
}
