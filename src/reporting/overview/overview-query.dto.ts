import { OmitType } from '@nestjs/swagger';
import { CityFilterDto } from '../../institutions/institution-query.dto.js';
import { ChoiceField } from '../../kernel/validation/fields.js';

export class OverviewQueryDto extends OmitType(CityFilterDto, ['limit', 'cursor']) {}

/** Which of the institutions: all that count, or those behind one number. */
export const SHOWS = ['all', 'participating', 'active', 'inactive', 'quiet'] as const;
export type Show = (typeof SHOWS)[number];

export class ListOverviewInstitutionsDto extends CityFilterDto {
  /** `all` unless said otherwise; `inactive`: participating, without an activity in the school year. */
  @ChoiceField({ label: 'Auswahl', of: SHOWS, optional: true })
  show?: Show;
}
