import { OmitType } from '@nestjs/swagger';
import { CityFilterDto } from '../../institutions/institution-query.dto.js';
import { ChoiceField } from '../../kernel/validation/fields.js';

export const COMPLETENESS_SORTS = ['name', '-name', 'rate', '-rate', 'district', '-district'] as const;
export type CompletenessSort = (typeof COMPLETENESS_SORTS)[number];

/** The participating houses of a school year; the running one if none is named. */
export class CompletenessQueryDto extends CityFilterDto {
  /** By name unless said otherwise; `rate`: the houses that lack most come first, those of which nothing was expected last. */
  @ChoiceField({ label: 'Sortierung', of: COMPLETENESS_SORTS, optional: true })
  sort?: CompletenessSort;
}

export class CompletenessFilesDto extends OmitType(CompletenessQueryDto, ['limit', 'cursor', 'sort']) {}

/** Weeks; all that follow are among those before. */
export class WeekCountsDto {
  /** In which there was a day of school or Kita; over by now. */
  expected: number;
  /** With at least one activity. */
  reported: number;
  /** With one that was entered within seven days after the week. */
  onTime: number;
}

export class MonthCountsDto extends WeekCountsDto {
  /** `2026-08`. A week belongs to the month of its Thursday. */
  month: string;
}

/** How completely a house reports. */
export class CompletenessRowDto extends WeekCountsDto {
  institutionId: string;
  name: string;
  kind: string;
  districtName: string;
  /** The months of the period up to now, each once. */
  months: MonthCountsDto[];
  /** When its leads were last asked to enter what lacks; null: never. */
  remindedOn: string | null;
}

export class CompletenessPeriodDto {
  schoolYear: number;
  from: string;
  to: string;
  /** Today while the year runs, its last day once it is over. */
  asOf: string;
}

export class CompletenessDto {
  period: CompletenessPeriodDto;
  /** When it was counted. */
  dataAt: string;
  /** All houses that the filter lets through, also those on other pages. */
  houses: number;
  total: WeekCountsDto;
  months: MonthCountsDto[];
  items: CompletenessRowDto[];
  next: string | null;
}
