import { ApiProperty } from '@nestjs/swagger';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { IdField, QueryNumber, WholeNumberField } from '../../kernel/validation/fields.js';
import { AnnualReportContentDto } from './content.dto.js';
import { FAILURES, type Failure, type Step, STEPS } from './steps.js';

export const ANNUAL_REPORT_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type AnnualReportState = (typeof ANNUAL_REPORT_STATES)[number];

export class ListAnnualReportsDto extends PageQueryDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;

  /** First calendar year: 2026 is 2026/27. */
  @QueryNumber({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear?: number;
}

export class CreateAnnualReportDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Kommune' })
  municipalityId: string;

  /** First calendar year; of the running one the report is a Zwischenstand. */
  @WholeNumberField({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear: number;
}

/** A yearly report and how far it has come. */
export class AnnualReportDto {
  id: string;
  municipalityId: string;
  municipalityName: string;
  /** First calendar year: 2026 is 2026/27. */
  schoolYear: number;
  @ApiProperty({ enum: ANNUAL_REPORT_STATES, enumName: 'AnnualReportState' })
  state: AnnualReportState;
  /** What is being done; null before and after. */
  @ApiProperty({ enum: STEPS, enumName: 'AnnualReportStep', nullable: true })
  step: Step | null;
  stepsDone: number;
  stepsTotal: number;
  /** Why it could not be made; null unless it failed. */
  @ApiProperty({ enum: FAILURES, enumName: 'AnnualReportFailure', nullable: true })
  failure: Failure | null;
  /** The school year was still running when the figures were counted; null until they are. */
  @ApiProperty({ type: Boolean, nullable: true })
  isInterim: boolean | null;
  /** When the figures were counted; null until they are. */
  dataAt: string | null;
  createdAt: string;
  finishedAt: string | null;
  /** Size of the file in bytes; null until it is there. */
  fileSize: number | null;
  version: number;
}

export class AnnualReportListDto {
  items: AnnualReportDto[];
  next: string | null;
}

/** With what it says. */
export class AnnualReportDetailDto extends AnnualReportDto {
  /** Null until the figures are counted. */
  @ApiProperty({ type: AnnualReportContentDto, nullable: true })
  content: AnnualReportContentDto | null;
}
