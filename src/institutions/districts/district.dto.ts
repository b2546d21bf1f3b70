import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  TextField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';
import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { SOCIAL_SITUATIONS, type SocialSituation } from '../vocabulary.js';

export class ListDistrictsDto extends PageQueryDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;
}

class DistrictFieldsDto {
  @WholeNumberField({ label: 'Reihenfolge', min: 0, max: 1000, optional: true })
  position?: number;

  @ChoiceField({ label: 'Soziale Lage', of: SOCIAL_SITUATIONS, optional: true, nullable: true })
  socialSituation?: SocialSituation | null;

  @TextField({ label: 'Quelle der sozialen Lage', max: 200, optional: true, nullable: true })
  socialSituationSource?: string | null;

  @WholeNumberField({ label: 'Jahr der sozialen Lage', min: 2000, max: 2199, optional: true, nullable: true })
  socialSituationYear?: number | null;
}

export class CreateDistrictDto extends DistrictFieldsDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Kommune' })
  municipalityId: string;

  @TextField({ label: 'Name', max: 100 })
  name: string;
}

export class UpdateDistrictDto extends DistrictFieldsDto {
  @TextField({ label: 'Name', max: 100, optional: true })
  name?: string;

  /** Since when the district bears the name; absent: it always should have, the old one was mistaken. */
  @DateField({ label: 'Gilt ab', optional: true })
  nameFrom?: CalendarDate;

  @FlagField({ label: 'Archiviert', optional: true })
  archived?: boolean;
}

export class DistrictDto {
  id: string;
  municipalityId: string;
  name: string;
  position: number;
  /** low | medium | high burden. */
  socialSituation: string | null;
  socialSituationSource: string | null;
  socialSituationYear: number | null;
  archivedAt: string | null;
  version: number;
}

export class DistrictListDto {
  items: DistrictDto[];
  next: string | null;
}
