import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module.js';
import { AnnualReportModule } from './annual-report/annual-report.module.js';
import { AttentionModule } from './attention/attention.module.js';
import { CompletenessModule } from './completeness/completeness.module.js';
import { AssessmentExportController } from './exports/assessment-export.controller.js';
import { AssessmentExportService } from './exports/assessment-export.service.js';
import { ExportController } from './exports/export.controller.js';
import { ProgrammeExportController } from './exports/programme-export.controller.js';
import { ProgrammeExportService } from './exports/programme-export.service.js';
import { ExportService } from './exports/export.service.js';
import { HouseSheetModule } from './house-sheet/house-sheet.module.js';
import { MailController } from './mails/mail.controller.js';
import { MailRepository } from './mails/mail.repository.js';
import { MailService } from './mails/mail.service.js';
import { MapModule } from './map/map.module.js';
import { ProgrammeFiguresService } from './overview/programme.service.js';
import { OverviewController } from './overview/overview.controller.js';
import { ReportExportController } from './reports/report-export.controller.js';
import { ReportExportService } from './reports/report-export.service.js';
import { ReportsModule } from './reports/reports.module.js';
import { TrailController } from './trail/trail.controller.js';
import { TrailService } from './trail/trail.service.js';
import { OverviewService } from './overview/overview.service.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { TimelineService } from './timeline/timeline.service.js';

@Module({
  imports: [
    InstitutionsModule,
    AnnualReportModule,
    AttentionModule,
    CompletenessModule,
    HouseSheetModule,
    MapModule,
    ReportsModule,
  ],
  controllers: [
    OverviewController,
    ExportController,
    ProgrammeExportController,
    AssessmentExportController,
    ReportExportController,
    TrailController,
    TimelineController,
    MailController,
  ],
  providers: [
    OverviewService,
    ProgrammeFiguresService,
    ExportService,
    ProgrammeExportService,
    AssessmentExportService,
    ReportExportService,
    TrailService,
    TimelineService,
    MailService,
    MailRepository,
  ],
})
export class ReportingModule {}
