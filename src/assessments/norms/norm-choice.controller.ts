import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { IdPipe } from '../../kernel/validation/input.pipe.js';
import { BatteryDto } from '../batteries/battery.dto.js';
import { ChooseNormsDto, NormChoiceListDto } from './norm-choice.dto.js';
import { NormChoiceService } from './norm-choice.service.js';

@ApiTags('norms')
@Controller('test-batteries')
export class NormChoiceController {
  constructor(private readonly choices: NormChoiceService) {}

  /** Which norms score the battery's tasks, and which did before. */
  @Get(':id/norms')
  @Access()
  async list(@Param('id', IdPipe) id: string): Promise<NormChoiceListDto> {
    return { items: await this.choices.list(id) };
  }

  /** Choose the norms for the battery's tasks; its scores are then computed anew, house by house. */
  @Put(':id/norms')
  @Access('administrator')
  choose(@Param('id', IdPipe) id: string, @Body() body: ChooseNormsDto): Promise<BatteryDto> {
    return this.choices.choose(id, body.norms);
  }
}
