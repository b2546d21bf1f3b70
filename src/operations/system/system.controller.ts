import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, OwnTransaction } from '../../access/access.decorators.js';
import { SystemDto } from './system.dto.js';
import { SystemService } from './system.service.js';

@ApiTags('system')
@Controller('system')
export class SystemController {
  constructor(private readonly system: SystemService) {}

  /** How the installation is: versions, sizes, when it was last kept in order, jobs, and checks of the data. */
  @Get()
  @Access('administrator')
  // Each check has a transaction of its own, and some seconds at most.
  @OwnTransaction()
  get(): Promise<SystemDto> {
    return this.system.get();
  }
}
