import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import type { FastifyReply } from '../../access/request.js';
import { answerCreated } from '../../kernel/http/created.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import {
  CreateInstitutionContactDto,
  InstitutionContactDto,
  InstitutionContactListDto,
  ListInstitutionContactsDto,
  UpdateInstitutionContactDto,
} from './institution-contact.dto.js';
import { InstitutionContactService } from './institution-contact.service.js';

@ApiTags('institutions')
@Controller('institution-contacts')
export class InstitutionContactController {
  constructor(private readonly contacts: InstitutionContactService) {}

  /** Whom to ask in houses beside their main contact, by name. */
  @Get()
  @Access()
  list(@Query() query: ListInstitutionContactsDto): Promise<InstitutionContactListDto> {
    return this.contacts.list(query);
  }

  /** Add a contact to a house. */
  @Post()
  @Access('coordinator', 'administrator')
  async create(
    @Body() body: CreateInstitutionContactDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InstitutionContactDto> {
    return answerCreated(reply, await this.contacts.create(body));
  }

  /** Change a contact. */
  @Patch(':id')
  @Access('coordinator', 'administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateInstitutionContactDto,
  ): Promise<InstitutionContactDto> {
    return this.contacts.update(id, version, body);
  }

  /** Remove a contact. */
  @Delete(':id')
  @Access('coordinator', 'administrator')
  @HttpCode(204)
  @RequiresIfMatch()
  remove(@Param('id', IdPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.contacts.remove(id, version);
  }
}
