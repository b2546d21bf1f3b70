import { IntersectionType, PickType } from '@nestjs/swagger';
import { ExportActivitiesDto } from '../exports/export.dto.js';
import { ReportQueryDto } from './report-query.dto.js';

export class ExportReportDto extends IntersectionType(
  ReportQueryDto,
  PickType(ExportActivitiesDto, ['form']),
) {}
