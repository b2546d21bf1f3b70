import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.module.js';
import { CellExportController } from './cells/cell-export.controller.js';
import { CellExportService } from './cells/cell-export.service.js';
import { CellRepository } from './cells/cell.repository.js';
import { CellService } from './cells/cell.service.js';
import { PreparationRepository } from './computing/preparation.repository.js';
import { PublicationJob } from './computing/publication-job.js';
import { Freezer } from './freezing/freezer.js';
import { PeriodService } from './period.service.js';
import { PublicationController } from './publication.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { PublicationService } from './publication.service.js';
import { PublishingRepository } from './publishing.repository.js';
import { PublishingService } from './publishing.service.js';

@Module({
  imports: [ExportsModule],
  controllers: [PublicationController, CellExportController],
  providers: [
    ...[PublicationService, PublicationRepository, PublishingService, PublishingRepository, PeriodService],
    ...[CellService, CellRepository, CellExportService],
    ...[PublicationJob, PreparationRepository, Freezer],
  ],
})
export class PublicationModule {}
