import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { ListActivitiesDto } from '../../activities/activity.dto.js';
import { CityFilterDto } from '../../institutions/institution-query.dto.js';
import { ChoiceField, QueryChoices } from '../../kernel/validation/fields.js';

/** What figures can be divided by. */
export const DIMENSIONS = [
  'municipality',
  'district',
  'kind',
  'provider_kind',
  'family_centre',
  'social_index_group',
  'social_situation',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const MOST_DIMENSIONS = 2;

export const COMPARISONS = ['previous_year'] as const;

/** The same for every report. A school year (the running one if nothing is said), or days from and to. */
export class ReportQueryDto extends IntersectionType(
  OmitType(CityFilterDto, ['limit', 'cursor', 'q']),
  PickType(ListActivitiesDto, ['from', 'to', 'focusArea', 'institutionId']),
) {
  /** One or two, by which the rows are made. */
  @QueryChoices({ label: 'Aufteilung (groupBy)', of: DIMENSIONS, most: MOST_DIMENSIONS })
  groupBy?: Dimension[];

  /** The same days one year before beside each number; of a year that runs up to the same day. */
  @ChoiceField({ label: 'Vergleich', of: COMPARISONS, optional: true })
  compare?: (typeof COMPARISONS)[number];
}
