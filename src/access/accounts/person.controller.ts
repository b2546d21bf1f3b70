import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { Access } from '../access.decorators.js';
import type { FastifyReply } from '../request.js';
import { ListAccountsDto, PersonDto, PersonListDto, RoleAtDto, UpdateAccountDto } from './account.dto.js';
import { PersonService } from './person.service.js';

/** Other people's accounts, for those who look after them: administrators all, coordinators a municipality's, leads their house's. */
@ApiTags('accounts')
@Controller('accounts')
export class PersonController {
  constructor(private readonly people: PersonService) {}

  /** People with a role where one looks after people, in German order. */
  @Get()
  @Access('institution_lead', 'coordinator', 'administrator')
  list(@Query() query: ListAccountsDto): Promise<PersonListDto> {
    return this.people.list(query);
  }

  /** One person with roles, houses and last sign-in. */
  @Get(':id')
  @Access('institution_lead', 'coordinator', 'administrator')
  get(@Param('id', IdPipe) id: string): Promise<PersonDto> {
    return this.people.get(id);
  }

  /** Rename, disable or enable an account; disabling ends its sessions. */
  @Patch(':id')
  @Access('institution_lead', 'coordinator', 'administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateAccountDto,
  ): Promise<PersonDto> {
    return this.people.update(id, version, body);
  }

  /** Give a further role; ends the person's sessions. */
  @Post(':id/roles')
  @Access('institution_lead', 'coordinator', 'administrator')
  async addRole(
    @Param('id', IdPipe) id: string,
    @Body() body: RoleAtDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonDto> {
    return answerCreated(reply, await this.people.addRole(id, body));
  }

  /** Take a role away; ends the person's sessions. */
  @Delete(':id/roles')
  @Access('institution_lead', 'coordinator', 'administrator')
  @HttpCode(204)
  removeRole(@Param('id', IdPipe) id: string, @Query() role: RoleAtDto): Promise<void> {
    return this.people.removeRole(id, role);
  }

  /** Sign the person out everywhere. */
  @Delete(':id/sessions')
  @Access('institution_lead', 'coordinator', 'administrator')
  @HttpCode(204)
  signOut(@Param('id', IdPipe) id: string): Promise<void> {
    return this.people.signOut(id);
  }
}
