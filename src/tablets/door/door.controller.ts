import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction, Public } from '../../access/access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../../access/request.js';
import { SessionCookie } from '../../access/sessions/session-cookie.js';
import { TabletCookie } from '../../access/tablets/tablet-cookie.js';
import { DeskService } from './desk.service.js';
import { DeskDto, EnrolTabletDto, UnlockDto, UnlockedDto } from './door.dto.js';
import { DoorService } from './door.service.js';

/** The shared tablet itself; whoever stands there may be nobody yet. */
@ApiTags('tablets')
@Controller('tablet')
export class DoorController {
  constructor(
    private readonly door: DoorService,
    private readonly desk: DeskService,
    private readonly cookie: TabletCookie,
    private readonly sessionCookie: SessionCookie,
  ) {}

  /** Become a house's tablet, by the one-time code that its lead shows. */
  @Post()
  @Public()
  @HttpCode(200)
  async enrol(
    @Body() { code }: EnrolTabletDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeskDto> {
    const { tablet, token } = await this.door.enrol(code, workOf(request));
    this.cookie.write(reply, token);
    return this.desk.get(tablet, workOf(request));
  }

  /** What the tablet shows and keeps while it is locked. */
  @Get()
  @Public()
  async get(@Req() request: ActorRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<DeskDto> {
    const tablet = await this.door.recognise(request);
    const token = this.cookie.read(request);
    if (token !== null) this.cookie.write(reply, token);
    return this.desk.get(tablet, workOf(request));
  }

  /** Stop being the house's tablet. The cookie stays: by it, what still waits on the device is told from strangers' entries. */
  @Delete()
  @Access('educator', 'institution_lead')
  @OwnTransaction()
  @HttpCode(204)
  remove(@Req() request: ActorRequest): Promise<void> {
    return this.door.leave(request, workOf(request));
  }

  /** Unlock the tablet, with PIN or badge: opens a session for minutes, with an educator's rights in this house. */
  @Post('session')
  @Public()
  async unlock(
    @Body() body: UnlockDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnlockedDto> {
    const { token, unlock, expiresAt, session } = await this.door.unlock(request, body, workOf(request));
    this.sessionCookie.write(reply, token, expiresAt);
    return { ...session, unlock };
  }
}
