import { ApiProperty } from '@nestjs/swagger';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { IdField, QueryNumber, WholeNumberField } from '../../kernel/validation/fields.js';
import { FAILURES, type Failure } from './failures.js';
import { PublicationSummaryDto } from './summary.dto.js';

export const PUBLICATION_STATES = ['waiting', 'running', 'prepared', 'published', 'failed'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export const PUBLICATION_STEPS = ['freeze', 'lattice', 'audit', 'means', 'store'] as const;

export const PERIOD_STATES = [
  ...(['open', 'other_cut', 'erased', 'ready', 'under_way'] as const),
  ...(['prepared', 'failed', 'published'] as const),
];
export type PeriodState = (typeof PERIOD_STATES)[number];

export class ListPublicationsDto extends PageQueryDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;

  /** First calendar year: 2026 is 2026/27. */
  @QueryNumber({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear?: number;
}

export class PeriodsQueryDto {
  /** Without one, the only one that the person answers for. */
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;
}

export class CreatePublicationDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Kommune' })
  municipalityId: string;

  /** First calendar year. */
  @WholeNumberField({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear: number;

  /** 1: August to January; 2: February to July; absent or null: the whole year. */
  @WholeNumberField({ label: 'Halbjahr', min: 1, max: 2, optional: true, nullable: true })
  half?: number | null;
}

/** Statistics over children of a municipality and a period, and how far they have come. */
export class PublicationDto {
  id: string;
  municipalityId: string;
  municipalityName: string;
  /** First calendar year: 2026 is 2026/27. */
  schoolYear: number;
  /** 1 or 2; null: the whole year. */
  half: number | null;
  /** German: `2025/26`, `2025/26, 1. Halbjahr`. */
  title: string;
  from: string;
  /** Inclusive. */
  to: string;
  @ApiProperty({ enum: PUBLICATION_STATES, enumName: 'PublicationState' })
  state: PublicationState;
  /** What is being done; null before and after. */
  @ApiProperty({ enum: PUBLICATION_STEPS, enumName: 'PublicationStep', nullable: true })
  step: string | null;
  stepsDone: number;
  /** 0 until it is known. */
  stepsTotal: number;
  /** Why it could not be prepared; null unless it failed. */
  @ApiProperty({ enum: FAILURES, enumName: 'PublicationFailure', nullable: true })
  failure: Failure | null;
  /** The same in German. */
  failureText: string | null;
  /** Counted from 1 within a period; null until it is published. */
  revision: number | null;
  /** It is published, and there is no newer revision. */
  latest: boolean;
  /** When the children were counted; null until it is prepared. */
  dataAt: string | null;
  createdAt: string;
  preparedAt: string | null;
  publishedAt: string | null;
  version: number;
}

export class PublicationListDto {
  items: PublicationDto[];
  next: string | null;
}

/** A task in one version, as the tables name it. */
export class PublishedItemDto {
  code: string;
  title: string;
  protocolId: string;
  protocolVersion: number;
}

/** With what a preview tells; the cells themselves are there once it is published. */
export class PublicationDetailDto extends PublicationDto {
  /** Null until it is prepared. */
  @ApiProperty({ type: PublicationSummaryDto, nullable: true })
  summary: PublicationSummaryDto | null;
  /** Tasks that the tables are about, in the order of the catalogue. */
  items: PublishedItemDto[];
  /** How the numbers are to be read; belongs beside each of them. */
  label: string;
}

/** A period of a municipality: what was published of it, and what can be. */
export class PublicationPeriodDto {
  /** First calendar year. */
  schoolYear: number;
  /** 1 or 2; null: the whole year. */
  half: number | null;
  title: string;
  from: string;
  /** Inclusive. */
  to: string;
  /**
   * open: not over · other_cut: the year is published in the other way (halves or whole) · erased: never published, and
   * the children's results are gone · ready · under_way · prepared · failed: the last
   * preparation · published
   */
  @ApiProperty({ enum: PERIOD_STATES, enumName: 'PeriodState' })
  state: PeriodState;
  /** Whether a preparation can be begun now. */
  mayPrepare: boolean;
  /** The day on which the first publication, or the next revision, can be prepared; null where there is none to come. */
  readyOn: string | null;
  /** The last day on which it can be prepared: the children's results are erased then. */
  lastDay: string;
  /** How many there are. */
  revisions: number;
  /** The latest one. */
  publishedId: string | null;
  publishedAt: string | null;
  /** What is being prepared, is prepared or has failed. */
  preparationId: string | null;
}

export class PublicationPeriodListDto {
  /** The latest year first; the whole year before its halves. */
  items: PublicationPeriodDto[];
}
