import { Module } from '@nestjs/common';
import { ExportController } from './exports/export.controller.js';
import { ExportService } from './exports/export.service.js';
import { OverviewController } from './overview/overview.controller.js';
import { OverviewService } from './overview/overview.service.js';

@Module({
  controllers: [OverviewController, ExportController],
  providers: [OverviewService, ExportService],
})
export class ReportingModule {}
