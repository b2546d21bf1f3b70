import { Module } from '@nestjs/common';
import { TrainingModule } from '../training/training.module.js';
import { AccountErasureController } from './erasing/account-erasure.controller.js';
import { AccountErasureService } from './erasing/account-erasure.service.js';
import { ErasurePreviews } from './erasing/erasure-previews.js';
import { Erasing } from './erasing/erasing.js';
import { StaffErasureController } from './erasing/staff-erasure.controller.js';
import { StaffErasureService } from './erasing/staff-erasure.service.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { PersonalDataService } from './personal-data/personal-data.service.js';
import { AccountTask } from './retention/account-task.js';
import { ExpiryWarnings } from './retention/expiry-warnings.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionRepository } from './retention/retention.repository.js';
import { RetentionRun } from './retention/retention-run.js';
import { RetentionService } from './retention/retention.service.js';
import { RowTasks } from './retention/row-tasks.js';
import { StaffTask } from './retention/staff-task.js';
import { TrailTasks } from './retention/trail-tasks.js';

/** What is kept how long, what is known of a person, and erasing. */
@Module({
  imports: [TrainingModule],
  controllers: [
    RetentionController,
    AccountErasureController,
    StaffErasureController,
    PersonalDataController,
  ],
  providers: [
    AccountErasureService,
    AccountTask,
    ErasurePreviews,
    Erasing,
    ExpiryWarnings,
    PersonalDataService,
    RetentionRepository,
    RetentionRun,
    RetentionService,
    RowTasks,
    StaffErasureService,
    StaffTask,
    TrailTasks,
  ],
})
export class GovernanceModule {}
