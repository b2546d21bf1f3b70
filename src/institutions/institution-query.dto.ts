import { PageQueryDto } from '../kernel/page/page-query.dto.js';
import { ChoiceField, IdField, QueryFlag, QueryNumber, TextField } from '../kernel/validation/fields.js';
import {
  INSTITUTION_KINDS,
  type InstitutionKind,
  PARTICIPATION_STATUSES,
  type ParticipationStatus,
  PROVIDER_KINDS,
  type ProviderKind,
  SOCIAL_INDEX_GROUPS,
  SOCIAL_SITUATIONS,
  type SocialIndexGroup,
  type SocialSituation,
} from './vocabulary.js';

/** Which institutions are meant; the same in every list, figure and file. */
export class InstitutionFilterDto extends PageQueryDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;

  @IdField({ label: 'Stadtbezirk', optional: true })
  districtId?: string;

  @ChoiceField({ label: 'Art', of: INSTITUTION_KINDS, optional: true })
  kind?: InstitutionKind;

  @ChoiceField({ label: 'Träger', of: PROVIDER_KINDS, optional: true })
  providerKind?: ProviderKind;

  @QueryFlag({ label: 'Familienzentrum' })
  familyCentre?: boolean;

  @ChoiceField({ label: 'Schulsozialindex (Gruppe)', of: SOCIAL_INDEX_GROUPS, optional: true })
  socialIndexGroup?: SocialIndexGroup;

  /** The institution's own, else its district's. */
  @ChoiceField({ label: 'Soziale Lage', of: SOCIAL_SITUATIONS, optional: true })
  socialSituation?: SocialSituation;

  /** Part of the name, place or short code; forgives missing accents ("muhle" and "muehle" find "Mühle"). */
  @TextField({ label: 'Suche', max: 100, optional: true })
  q?: string;
}

/** Adds the school year, for figures about a period. */
export class CityFilterDto extends InstitutionFilterDto {
  /** First calendar year: 2026 is 2026/27. The running one if absent. */
  @QueryNumber({ label: 'Kita-/Schuljahr', min: 2000, max: 2198 })
  schoolYear?: number;
}

export const INSTITUTION_SORTS = ['name', '-name', 'district'] as const;
export const PARTICIPATION_FILTERS = ['yes', 'no', ...PARTICIPATION_STATUSES] as const;

export class ListInstitutionsDto extends InstitutionFilterDto {
  /** `yes` and `no`: takes part today or not. */
  @ChoiceField({ label: 'Teilnahme', of: PARTICIPATION_FILTERS, optional: true })
  participation?: 'yes' | 'no' | ParticipationStatus;

  @QueryFlag({ label: 'Archiviert' })
  archived?: boolean;

  @ChoiceField({ label: 'Sortierung', of: INSTITUTION_SORTS, optional: true })
  sort?: (typeof INSTITUTION_SORTS)[number];
}

export class ListCoachesDto {
  @IdField({ label: 'Kommune', optional: true })
  municipalityId?: string;
}
