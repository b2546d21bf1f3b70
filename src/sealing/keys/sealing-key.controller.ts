import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, Public } from '../../access/access.decorators.js';
import { OutboxKeysService } from './outbox-keys.service.js';
import { OutboxKeysDto, SealingKeyDto } from './sealing-key.dto.js';
import { SealingKeyService } from './sealing-key.service.js';

@ApiTags('sealed entries')
@Controller()
export class SealingKeyController {
  constructor(
    private readonly keys: SealingKeyService,
    private readonly outboxKeys: OutboxKeysService,
  ) {}

  /** The public key that entries are sealed for while nobody is signed in. */
  @Get('sealing-key')
  @Public()
  get(): Promise<SealingKeyDto> {
    return this.keys.getCurrent();
  }

  /** What the signed-in person's entries are kept and shown by on this device. */
  @Get('session/outbox')
  @Access()
  getOutboxKeys(): Promise<OutboxKeysDto> {
    return this.outboxKeys.get();
  }
}
