import { Module } from '@nestjs/common';
import { AssessmentChangeController } from './change/change.controller.js';
import { ChangeRepository } from './change/change.repository.js';
import { ChangeService } from './change/change.service.js';
import { GroupReportController } from './group-report/group-report.controller.js';
import { GroupReportRepository } from './group-report/group-report.repository.js';
import { GroupReportService } from './group-report/group-report.service.js';
import { ParentsSheetController } from './parents-sheet/parents-sheet.controller.js';
import { ParentsSheetRepository } from './parents-sheet/parents-sheet.repository.js';
import { ParentsSheetService } from './parents-sheet/parents-sheet.service.js';
import { ChildProfileController } from './profile/child-profile.controller.js';
import { ChildProfileRepository } from './profile/child-profile.repository.js';
import { ChildProfileService } from './profile/child-profile.service.js';

/** What people see of the results: of a child, of a group, over time, and on paper for the parents. */
@Module({
  controllers: [
    ChildProfileController,
    GroupReportController,
    AssessmentChangeController,
    ParentsSheetController,
  ],
  providers: [
    ChildProfileRepository,
    ChildProfileService,
    GroupReportRepository,
    GroupReportService,
    ChangeRepository,
    ChangeService,
    ParentsSheetRepository,
    ParentsSheetService,
  ],
})
export class AssessmentViewsModule {}
