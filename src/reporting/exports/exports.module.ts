import { Module } from '@nestjs/common';
import { AssessmentExportController } from './assessment-export.controller.js';
import { AssessmentExportService } from './assessment-export.service.js';
import { ExportController } from './export.controller.js';
import { ExportService } from './export.service.js';
import { ProgrammeExportController } from './programme-export.controller.js';
import { ProgrammeExportService } from './programme-export.service.js';

@Module({
  controllers: [ExportController, ProgrammeExportController, AssessmentExportController],
  providers: [ExportService, ProgrammeExportService, AssessmentExportService],
  exports: [ExportService],
})
export class ExportsModule {}
