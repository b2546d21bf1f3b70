import { Module } from '@nestjs/common';
import { TestBatteryController } from './battery.controller.js';
import { BatteryRepository } from './battery.repository.js';
import { BatteryService } from './battery.service.js';
import { TestProtocolController } from './protocol.controller.js';
import { ProtocolRepository } from './protocol.repository.js';
import { ProtocolService } from './protocol.service.js';

@Module({
  controllers: [TestBatteryController, TestProtocolController],
  providers: [BatteryRepository, BatteryService, ProtocolRepository, ProtocolService],
  exports: [BatteryService, ProtocolService],
})
export class BatteriesModule {}
