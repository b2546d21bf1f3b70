import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module.js';
import { AnnualReportModule } from './annual-report/annual-report.module.js';
import { AttentionModule } from './attention/attention.module.js';
import { CompletenessModule } from './completeness/completeness.module.js';
import { DataPackageModule } from './data-package/data-package.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { HouseSheetModule } from './house-sheet/house-sheet.module.js';
import { ListsModule } from './lists/lists.module.js';
import { MailController } from './mails/mail.controller.js';
import { MailRepository } from './mails/mail.repository.js';
import { MailService } from './mails/mail.service.js';
import { MapModule } from './map/map.module.js';
import { ProgrammeFiguresService } from './overview/programme.service.js';
import { OverviewController } from './overview/overview.controller.js';
import { PublicationModule } from './publication/publication.module.js';
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
    DataPackageModule,
    ExportsModule,
    HouseSheetModule,
    ListsModule,
    MapModule,
    PublicationModule,
    ReportsModule,
  ],
  controllers: [
    OverviewController,
    ReportExportController,
    TrailController,
    TimelineController,
    MailController,
  ],
  providers: [
    OverviewService,
    ProgrammeFiguresService,
    ReportExportService,
    TrailService,
    TimelineService,
    MailService,
    MailRepository,
  ],
})
export class ReportingModule {}
