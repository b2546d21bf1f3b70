import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.module.js';
import { ListExportController } from './list-export.controller.js';
import { ListExportService } from './list-export.service.js';
import { PeopleExportController } from './people-export.controller.js';

@Module({
  imports: [ExportsModule],
  controllers: [ListExportController, PeopleExportController],
  providers: [ListExportService],
})
export class ListsModule {}
