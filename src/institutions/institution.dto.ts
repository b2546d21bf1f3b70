import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import {
  ChoiceField,
  DateField,
  DecimalField,
  EmailField,
  FlagField,
  IdField,
  TextField,
  WholeNumberField,
} from '../kernel/validation/fields.js';
import {
  INSTITUTION_KINDS,
  type InstitutionKind,
  LEGAL_REGIMES,
  type LegalRegime,
  PROVIDER_KINDS,
  type ProviderKind,
  SOCIAL_SITUATIONS,
  type SocialSituation,
} from './vocabulary.js';

const MAY_BE_EMPTY = { optional: true, nullable: true };
const SCHOOL_NUMBER = { regex: /^\d{6}$/, expected: 'die amtliche Schulnummer mit 6 Ziffern' };
const POSTAL_CODE = { regex: /^\d{5}$/, expected: 'eine Postleitzahl mit 5 Ziffern' };
export const PHONE = { regex: /^[+\d][\d ()/-]{3,39}$/, expected: 'eine Telefonnummer aus Ziffern' };
const YEARS = { min: 2000, max: 2199 };

class InstitutionFieldsDto {
  @TextField({ label: 'Kurzzeichen', max: 20, ...MAY_BE_EMPTY })
  shortCode?: string | null;

  @TextField({ label: 'Schulnummer', max: 6, pattern: SCHOOL_NUMBER, ...MAY_BE_EMPTY })
  schoolNumber?: string | null;

  @TextField({ label: 'Name des Trägers', max: 200, ...MAY_BE_EMPTY })
  providerName?: string | null;

  @ChoiceField({ label: 'Datenschutzrecht', of: LEGAL_REGIMES, optional: true })
  legalRegime?: LegalRegime;

  @TextField({ label: 'Straße', max: 200, ...MAY_BE_EMPTY })
  street?: string | null;

  @TextField({ label: 'Postleitzahl', max: 5, pattern: POSTAL_CODE, ...MAY_BE_EMPTY })
  postalCode?: string | null;

  @TextField({ label: 'Ort', max: 100, ...MAY_BE_EMPTY })
  city?: string | null;

  @DecimalField({ label: 'Breitengrad', min: -90, max: 90, ...MAY_BE_EMPTY })
  latitude?: number | null;

  @DecimalField({ label: 'Längengrad', min: -180, max: 180, ...MAY_BE_EMPTY })
  longitude?: number | null;

  @TextField({ label: 'Ansprechperson', max: 100, ...MAY_BE_EMPTY })
  contactName?: string | null;

  @TextField({ label: 'Funktion der Ansprechperson', max: 100, ...MAY_BE_EMPTY })
  contactFunction?: string | null;

  @TextField({ label: 'Telefon', max: 40, pattern: PHONE, ...MAY_BE_EMPTY })
  phone?: string | null;

  @EmailField({ label: 'E-Mail-Adresse', ...MAY_BE_EMPTY })
  email?: string | null;

  @FlagField({ label: 'Familienzentrum', optional: true })
  familyCentre?: boolean;

  @DateField({ label: 'Familienzentrum seit', ...MAY_BE_EMPTY })
  familyCentreSince?: CalendarDate | null;

  @FlagField({ label: 'Anerkannter Bewegungskindergarten', optional: true })
  movementKita?: boolean;

  @DateField({ label: 'Anerkannter Bewegungskindergarten seit', ...MAY_BE_EMPTY })
  movementKitaSince?: CalendarDate | null;

  @FlagField({ label: 'plusKita', optional: true })
  plusKita?: boolean;

  @DateField({ label: 'plusKita seit', ...MAY_BE_EMPTY })
  plusKitaSince?: CalendarDate | null;

  @FlagField({ label: 'OGS', optional: true })
  allDaySchool?: boolean;

  @DateField({ label: 'OGS seit', ...MAY_BE_EMPTY })
  allDaySchoolSince?: CalendarDate | null;

  @WholeNumberField({ label: 'Schulsozialindex', min: 1, max: 9, ...MAY_BE_EMPTY })
  socialIndex?: number | null;

  @WholeNumberField({ label: 'Bezugsjahr des Schulsozialindex', ...YEARS, ...MAY_BE_EMPTY })
  socialIndexYear?: number | null;

  @ChoiceField({ label: 'Soziale Lage', of: SOCIAL_SITUATIONS, ...MAY_BE_EMPTY })
  socialSituation?: SocialSituation | null;

  @TextField({ label: 'Quelle der sozialen Lage', max: 200, ...MAY_BE_EMPTY })
  socialSituationSource?: string | null;

  @WholeNumberField({ label: 'Jahr der sozialen Lage', ...YEARS, ...MAY_BE_EMPTY })
  socialSituationYear?: number | null;

  @WholeNumberField({ label: 'Plätze', min: 0, max: 5000, ...MAY_BE_EMPTY })
  places?: number | null;

  @WholeNumberField({ label: 'Fachkräfte', min: 0, max: 1000, ...MAY_BE_EMPTY })
  staffCount?: number | null;
}

export class CreateInstitutionDto extends InstitutionFieldsDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Kommune' })
  municipalityId: string;

  @IdField({ label: 'Stadtbezirk' })
  districtId: string;

  @ChoiceField({ label: 'Art', of: INSTITUTION_KINDS })
  kind: InstitutionKind;

  @TextField({ label: 'Name', max: 200 })
  name: string;

  @ChoiceField({ label: 'Träger', of: PROVIDER_KINDS })
  providerKind: ProviderKind;
}

export class UpdateInstitutionDto extends InstitutionFieldsDto {
  @IdField({ label: 'Stadtbezirk', optional: true })
  districtId?: string;

  /** Since when it belongs to the district: today if absent; null: the one before was mistaken. */
  @DateField({ label: 'Gilt ab', optional: true, nullable: true })
  districtFrom?: CalendarDate | null;

  @ChoiceField({ label: 'Art', of: INSTITUTION_KINDS, optional: true })
  kind?: InstitutionKind;

  @TextField({ label: 'Name', max: 200, optional: true })
  name?: string;

  @ChoiceField({ label: 'Träger', of: PROVIDER_KINDS, optional: true })
  providerKind?: ProviderKind;

  @FlagField({ label: 'Archiviert', optional: true })
  archived?: boolean;
}

export class CoachDto {
  id: string;
  name: string;
}

export class CoachListDto {
  items: CoachDto[];
}

export class ParticipationDto {
  id: string;
  /** requested | registered | initial_consultation | choosing_modules | active | completed | cancelled */
  status: string;
  /** Who advises the institution today. */
  coach: CoachDto | null;
  startedOn: string | null;
  endedOn: string | null;
  reason: string | null;
  /** When it was given its box of material. */
  materialsOn: string | null;
  version: number;
}

export class InstitutionDto {
  id: string;
  municipalityId: string;
  districtId: string;
  districtName: string;
  kind: string;
  name: string;
  shortCode: string | null;
  schoolNumber: string | null;
  providerKind: string;
  providerName: string | null;
  legalRegime: string;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  latitude: number | null;
  longitude: number | null;
  contactName: string | null;
  contactFunction: string | null;
  phone: string | null;
  email: string | null;
  familyCentre: boolean;
  /** First day; 1 August where only the school year is known. */
  familyCentreSince: string | null;
  movementKita: boolean;
  movementKitaSince: string | null;
  plusKita: boolean;
  plusKitaSince: string | null;
  allDaySchool: boolean;
  allDaySchoolSince: string | null;
  socialIndex: number | null;
  socialIndexYear: number | null;
  socialSituation: string | null;
  socialSituationSource: string | null;
  socialSituationYear: number | null;
  /** The institution's own social situation, else its district's. */
  effectiveSocialSituation: string | null;
  places: number | null;
  staffCount: number | null;
  archivedAt: string | null;
  /** It was entered twice: the entry that stayed, to which old links lead on. */
  mergedInto: string | null;
  version: number;
  /** The latest run in the programme; null for an institution that never took part. */
  participation: ParticipationDto | null;
}

export class InstitutionListDto {
  items: InstitutionDto[];
  next: string | null;
}
