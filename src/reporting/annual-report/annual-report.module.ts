import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module.js';
import { AnnualReportController } from './annual-report.controller.js';
import { AnnualReportRepository } from './annual-report.repository.js';
import { AnnualReportService } from './annual-report.service.js';
import { FigureCollector } from './figure-collector.js';
import { ReportJob } from './report-job.js';

@Module({
  imports: [ReportsModule],
  controllers: [AnnualReportController],
  providers: [AnnualReportService, AnnualReportRepository, FigureCollector, ReportJob],
})
export class AnnualReportModule {}
