import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/access.decorators.js';
import { Readiness } from './readiness.js';

/** For whoever watches the process: is it alive, may it get requests. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** Asks nothing: a lost database must not get the process killed. */
  @Get('livez')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Asks the database and whether its migrations are those of this version. */
  @Get('readyz')
  @Public()
  async ready(): Promise<{ status: 'ok' }> {
    await this.readiness.assertReady();
    return { status: 'ok' };
  }
}
