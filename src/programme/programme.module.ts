import { Module } from '@nestjs/common';
import { FocusAreaController } from './focus-areas/focus-area.controller.js';
import { FocusAreaRepository } from './focus-areas/focus-area.repository.js';
import { FocusAreaService } from './focus-areas/focus-area.service.js';
import { ModuleController } from './modules/module.controller.js';
import { ModuleRepository } from './modules/module.repository.js';
import { ModuleService } from './modules/module.service.js';

@Module({
  controllers: [FocusAreaController, ModuleController],
  providers: [FocusAreaRepository, FocusAreaService, ModuleRepository, ModuleService],
  exports: [ModuleService],
})
export class ProgrammeModule {}
