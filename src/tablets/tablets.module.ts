import { Module } from '@nestjs/common';
import { TestDaysModule } from '../assessments/test-days/test-days.module.js';
import { InstitutionsModule } from '../institutions/institutions.module.js';
import { ProgrammeModule } from '../programme/programme.module.js';
import { SealingModule } from '../sealing/sealing.module.js';
import { TabletController } from './devices/tablet.controller.js';
import { TabletRepository } from './devices/tablet.repository.js';
import { TabletService } from './devices/tablet.service.js';
import { DeskRepository } from './door/desk.repository.js';
import { DeskService } from './door/desk.service.js';
import { DoorController } from './door/door.controller.js';
import { DoorService } from './door/door.service.js';
import { TabletPersonController } from './people/tablet-person.controller.js';
import { TabletPersonRepository } from './people/tablet-person.repository.js';
import { TabletPersonService } from './people/tablet-person.service.js';

@Module({
  imports: [InstitutionsModule, ProgrammeModule, TestDaysModule, SealingModule],
  controllers: [TabletController, TabletPersonController, DoorController],
  providers: [
    TabletRepository,
    TabletService,
    TabletPersonRepository,
    TabletPersonService,
    DeskRepository,
    DeskService,
    DoorService,
  ],
})
export class TabletsModule {}
