import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { type ActorRequest, workOf } from '../../access/request.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { HouseSheetDto } from './house-sheet.dto.js';
import { HouseSheetService } from './house-sheet.service.js';

@ApiTags('institutions')
@Controller('institutions/:id/sheet')
export class HouseSheetController {
  constructor(private readonly sheets: HouseSheetService) {}

  /** One institution on one page for a visit: master data, figures of the running school year, modules, and what was agreed. */
  @Get()
  @Access('institution_lead', 'coach', 'coordinator', 'programme_lead')
  @OwnTransaction()
  get(@Param('id', IdPipe) id: string, @Req() request: ActorRequest): Promise<HouseSheetDto> {
    return this.sheets.get(workOf(request), id);
  }
}
