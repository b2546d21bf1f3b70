import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateCoachContactDto,
  ListCoachContactsDto,
  CoachContactDto,
  CoachContactListDto,
  UpdateCoachContactDto,
} from './coach-contact.dto.js';
import { CoachContactService } from './coach-contact.service.js';

@ApiTags('coach contacts')
@Controller('coach-contacts')
export class CoachContactController {
  constructor(private readonly contacts: CoachContactService) {}

  /** When houses were advised, and what was agreed; the latest first. */
  @Get()
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead')
  list(@Query() query: ListCoachContactsDto): Promise<CoachContactListDto> {
    return this.contacts.list(query);
  }

  /** One contact. */
  @Get(':id')
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead')
  get(@Param('id', IdPipe) id: string): Promise<CoachContactDto> {
    return this.contacts.get(id);
  }

  /** Enter a contact with a house, held or planned. */
  @Post()
  @Access('coach', 'coordinator')
  async create(
    @Body() body: CreateCoachContactDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoachContactDto> {
    return answerCreated(reply, await this.contacts.create(body));
  }

  /** Change a contact: what was planned took place, a next step is done. */
  @Patch(':id')
  @Access('coach', 'coordinator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateCoachContactDto,
  ): Promise<CoachContactDto> {
    return this.contacts.update(id, version, body);
  }

  /** Remove a contact that was entered by mistake. */
  @Delete(':id')
  @Access('coach', 'coordinator')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.contacts.remove(id, version);
  }
}
