import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../../institutions/institutions.module.js';
import { OwnHouse } from './own-house.js';
import { ReportController } from './report.controller.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [InstitutionsModule],
  controllers: [ReportController],
  providers: [ReportsService, OwnHouse],
  exports: [ReportsService, OwnHouse],
})
export class ReportsModule {}
