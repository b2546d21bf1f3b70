import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { IfMatch, RequiresIfMatch } from '../../kernel/http/if-match.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { FocusAreaDto, FocusAreaListDto, UpdateFocusAreaDto } from './focus-area.dto.js';
import { FocusAreaService } from './focus-area.service.js';

@ApiTags('modules')
@Controller('focus-areas')
export class FocusAreaController {
  constructor(private readonly focusAreas: FocusAreaService) {}

  /** The focus areas, in the programme's order. */
  @Get()
  @Access()
  async list(): Promise<FocusAreaListDto> {
    return { items: await this.focusAreas.list() };
  }

  /** Reword a title; the code stays. */
  @Patch(':id')
  @Access('administrator')
  @RequiresIfMatch()
  update(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UpdateFocusAreaDto,
  ): Promise<FocusAreaDto> {
    return this.focusAreas.update(id, version, body);
  }
}
