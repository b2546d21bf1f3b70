import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../../institutions/institutions.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { HouseSheetController } from './house-sheet.controller.js';
import { HouseSheetRepository } from './house-sheet.repository.js';
import { HouseSheetService } from './house-sheet.service.js';

@Module({
  imports: [InstitutionsModule, ReportsModule],
  controllers: [HouseSheetController],
  providers: [HouseSheetService, HouseSheetRepository],
})
export class HouseSheetModule {}
