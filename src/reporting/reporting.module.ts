import { Module } from '@nestjs/common';
import { OverviewController } from './overview/overview.controller.js';
import { OverviewService } from './overview/overview.service.js';

@Module({ controllers: [OverviewController], providers: [OverviewService] })
export class ReportingModule {}
