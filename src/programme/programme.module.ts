import { Module } from '@nestjs/common';
import { ModuleBookingController } from './bookings/module-booking.controller.js';
import { ModuleBookingRepository } from './bookings/module-booking.repository.js';
import { ModuleBookingService } from './bookings/module-booking.service.js';
import { CoachContactController } from './coach-contacts/coach-contact.controller.js';
import { CoachContactRepository } from './coach-contacts/coach-contact.repository.js';
import { CoachContactService } from './coach-contacts/coach-contact.service.js';
import { CoachDeskController } from './coach-desk/coach-desk.controller.js';
import { CoachDeskRepository } from './coach-desk/coach-desk.repository.js';
import { CoachDeskService } from './coach-desk/coach-desk.service.js';
import { FocusAreaController } from './focus-areas/focus-area.controller.js';
import { FocusAreaRepository } from './focus-areas/focus-area.repository.js';
import { FocusAreaService } from './focus-areas/focus-area.service.js';
import { ModuleController } from './modules/module.controller.js';
import { ModuleRepository } from './modules/module.repository.js';
import { ModuleService } from './modules/module.service.js';
import { InstitutionsModule } from '../institutions/institutions.module.js';

@Module({
  imports: [InstitutionsModule],
  controllers: [
    FocusAreaController,
    ModuleController,
    ModuleBookingController,
    CoachContactController,
    CoachDeskController,
  ],
  providers: [
    FocusAreaRepository,
    FocusAreaService,
    ModuleRepository,
    ModuleService,
    ModuleBookingRepository,
    ModuleBookingService,
    CoachContactRepository,
    CoachContactService,
    CoachDeskRepository,
    CoachDeskService,
  ],
  exports: [FocusAreaService, ModuleService],
})
export class ProgrammeModule {}
