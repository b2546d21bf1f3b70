import { Module } from '@nestjs/common';
import { ExportController } from './exports/export.controller.js';
import { ExportService } from './exports/export.service.js';
import { OverviewController } from './overview/overview.controller.js';
import { TrailController } from './trail/trail.controller.js';
import { TrailService } from './trail/trail.service.js';
import { OverviewService } from './overview/overview.service.js';

@Module({
  controllers: [OverviewController, ExportController, TrailController],
  providers: [OverviewService, ExportService, TrailService],
})
export class ReportingModule {}
