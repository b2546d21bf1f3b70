import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { answerCreated } from '../../kernel/http/created.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { Access, OwnDevice, OwnTransaction } from '../access.decorators.js';
import { type ActorRequest, type FastifyReply, workOf } from '../request.js';
import { AccessTokenListDto, CreateAccessTokenDto, NewAccessTokenDto } from './access-token.dto.js';
import { AccessTokenService } from './access-token.service.js';

@ApiTags('account')
@Controller('access-tokens')
export class AccessTokenController {
  constructor(private readonly tokens: AccessTokenService) {}

  /** The own personal access tokens, newest first. */
  @Get()
  @Access()
  @OwnDevice()
  async list(): Promise<AccessTokenListDto> {
    return { items: await this.tokens.list() };
  }

  /** Make a token by which a program fetches files or figures with one's own rights; it is shown only in this answer. */
  @Post()
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead', 'administrator')
  @OwnTransaction()
  async create(
    @Body() body: CreateAccessTokenDto,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewAccessTokenDto> {
    return answerCreated(reply, await this.tokens.create(body, workOf(request)));
  }

  /** Revoke a token. */
  @Delete(':id')
  @Access()
  @HttpCode(204)
  remove(@Param('id', IdPipe) id: string): Promise<void> {
    return this.tokens.remove(id);
  }
}
