import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../../access/access.decorators.js';
import { IdPipe } from '../../../kernel/validation/input.pipe.js';
import { READERS } from '../readers.js';
import type { ChildProfileDto } from './child-profile.dto.js';
import { ChildProfileService } from './child-profile.service.js';

@ApiTags('children')
@Controller('children')
export class ChildProfileController {
  constructor(private readonly profiles: ChildProfileService) {}

  /** Results of a child over the years with all trials, for the staff of its house and the coach. */
  @Get(':id/profile')
  @Access(...READERS)
  get(@Param('id', IdPipe) id: string): Promise<ChildProfileDto> {
    return this.profiles.get(id);
  }
}
