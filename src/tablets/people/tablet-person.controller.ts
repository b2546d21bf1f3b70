import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { OfHouseDto } from '../devices/tablet.dto.js';
import { TabletPersonDto, TabletPersonListDto } from './tablet-person.dto.js';
import { TabletPersonService } from './tablet-person.service.js';

/** The people of a house, and how they unlock its tablets. */
@ApiTags('tablets')
@Controller('tablet-people')
export class TabletPersonController {
  constructor(private readonly people: TabletPersonService) {}

  /** Who can unlock the house's tablets, and by what. */
  @Get()
  @Access('institution_lead')
  async list(@Query() { institutionId }: OfHouseDto): Promise<TabletPersonListDto> {
    return { items: await this.people.list(institutionId) };
  }

  /** Let somebody try again whose PIN was wrong too often. */
  @Post(':id/unlocking')
  @Access('institution_lead')
  @HttpCode(200)
  release(@Param('id', IdPipe) id: string): Promise<TabletPersonDto> {
    return this.people.release(id);
  }

  /** Clear a forgotten PIN; its owner sets a new one. */
  @Delete(':id/pin')
  @Access('institution_lead')
  @HttpCode(204)
  clearPin(@Param('id', IdPipe) id: string): Promise<void> {
    return this.people.clearPin(id);
  }

  /** Take a lost badge out of use. */
  @Delete(':id/badge')
  @Access('institution_lead')
  @HttpCode(204)
  removeBadge(@Param('id', IdPipe) id: string): Promise<void> {
    return this.people.removeBadge(id);
  }
}
