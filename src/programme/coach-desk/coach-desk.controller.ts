import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../access/access.decorators.js';
import { CoachDeskDto } from './coach-desk.dto.js';
import { CoachDeskService } from './coach-desk.service.js';

@ApiTags('coach contacts')
@Controller('coach-desk')
export class CoachDeskController {
  constructor(private readonly desk: CoachDeskService) {}

  /** What a coach begins the day with: the houses coached today, what was agreed with them, this week's dates. */
  @Get()
  @Access('coach')
  get(): Promise<CoachDeskDto> {
    return this.desk.get();
  }
}
