import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { ConfirmationService } from './confirmation.service.js';
import {
  ConfirmHeldEntryDto,
  HeldEntryDto,
  HeldEntryListDto,
  ListHeldEntriesDto,
  OwnHeldEntriesDto,
} from './held-entry.dto.js';
import { HeldEntryService } from './held-entry.service.js';

@ApiTags('sealed entries')
@Controller()
export class HeldEntryController {
  constructor(
    private readonly held: HeldEntryService,
    private readonly confirmations: ConfirmationService,
  ) {}

  /** Entries that wait for the lead's word, the longest waiting first. */
  @Get('held-entries')
  @Access('institution_lead')
  list(@Query() query: ListHeldEntriesDto): Promise<HeldEntryListDto> {
    return this.held.list(query);
  }

  /** Take it as its author's entry, as it is or with some of its fields put right. */
  @Post('held-entries/:id/confirmation')
  @Access('institution_lead')
  @HttpCode(200)
  confirm(@Param('id', IdPipe) id: string, @Body() body: ConfirmHeldEntryDto): Promise<HeldEntryDto> {
    return this.confirmations.confirm(id, body.changes ?? {});
  }

  /** Discard it. */
  @Delete('held-entries/:id')
  @Access('institution_lead')
  @HttpCode(204)
  remove(@Param('id', IdPipe) id: string): Promise<void> {
    return this.held.discard(id);
  }

  /** The own entries that wait for a lead, and what became of those before. */
  @Get('account/held-entries')
  @Access()
  async listOwn(): Promise<OwnHeldEntriesDto> {
    return { items: await this.held.listOwn() };
  }
}
