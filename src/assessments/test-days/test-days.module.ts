import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../../institutions/institutions.module.js';
import { AssessmentLock } from '../entry/assessment-lock.js';
import { AssessmentController } from '../entry/assessment.controller.js';
import { AssessmentRepository } from '../entry/assessment.repository.js';
import { AssessmentService } from '../entry/assessment.service.js';
import { ClosingService } from '../entry/closing.service.js';
import { EntryRepository } from '../entry/entry.repository.js';
import { NotDoneService } from '../entry/not-done.service.js';
import { ScoresModule } from '../entry/scores.module.js';
import { SheetController } from '../entry/sheet.controller.js';
import { SheetRepository } from '../entry/sheet.repository.js';
import { SheetService } from '../entry/sheet.service.js';
import { TrialController } from '../entry/trial.controller.js';
import { TrialService } from '../entry/trial.service.js';
import { NormsModule } from '../norms/norms.module.js';
import { TestDayController } from './test-day.controller.js';
import { TestDayRepository } from './test-day.repository.js';
import { TestDayService } from './test-day.service.js';

@Module({
  imports: [InstitutionsModule, NormsModule, ScoresModule],
  controllers: [TestDayController, SheetController, TrialController, AssessmentController],
  providers: [
    TestDayRepository,
    TestDayService,
    EntryRepository,
    AssessmentLock,
    SheetRepository,
    SheetService,
    TrialService,
    NotDoneService,
    ClosingService,
    AssessmentRepository,
    AssessmentService,
  ],
  exports: [TestDayService, SheetService, TrialService, NotDoneService],
})
export class TestDaysModule {}
