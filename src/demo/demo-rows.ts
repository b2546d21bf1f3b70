import type { Role } from '../access/roles.js';
import type { Place } from '../activities/activity.dto.js';
import type {
  InstitutionKind,
  LegalRegime,
  ParticipationStatus,
  ProviderKind,
  SocialSituation,
} from '../institutions/vocabulary.js';
import type { CalendarDate } from '../kernel/calendar/calendar-date.js';
import type { Programme } from './programme-rows.js';
import type { Training } from './training-rows.js';

/*
 * The rows of the demo city, named as the columns that they fill. An instant is a text of Berlin time, "2026-03-05 10:12:30
 * Europe/Berlin": PostgreSQL knows the summer time.
 */

export type FocusArea =
  'health_promotion' | 'active_learning' | 'inclusion_paralympics' | 'fairplay_teamwork' | 'global_learning';

export interface MunicipalityRow {
  id: string;
  name: string;
  key: string;
  state: string;
}

export interface DistrictRow {
  id: string;
  municipality_id: string;
  name: string;
  position: number;
  social_situation: SocialSituation;
  social_situation_source: string;
  social_situation_year: number;
}

export interface InstitutionRow {
  id: string;
  municipality_id: string;
  district_id: string;
  kind: InstitutionKind;
  name: string;
  short_code: string;
  school_number: string | null;
  provider_kind: ProviderKind;
  provider_name: string;
  legal_regime: LegalRegime;
  street: string;
  postal_code: string;
  city: string;
  latitude: number;
  longitude: number;
  contact_name: string;
  contact_function: string;
  phone: string;
  email: string;
  family_centre: boolean;
  family_centre_since: CalendarDate | null;
  movement_kita: boolean;
  movement_kita_since: CalendarDate | null;
  plus_kita: boolean;
  plus_kita_since: CalendarDate | null;
  all_day_school: boolean;
  all_day_school_since: CalendarDate | null;
  social_index: number | null;
  social_index_year: number | null;
  social_situation: SocialSituation | null;
  social_situation_source: string | null;
  social_situation_year: number | null;
  places: number;
  staff_count: number;
  created_at: string;
}

export interface GroupRow {
  institution_id: string;
  id: string;
  name: string;
  school_year: number;
  size: number;
}

export interface GroupConfirmationRow {
  institution_id: string;
  school_year: number;
  confirmed_at: string;
}

/** A group that has its size since a day, and had another one before. */
export interface GroupSizeRow {
  institution_id: string;
  group_id: string;
  valid_from: CalendarDate;
  size: number;
  size_before: number;
}

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  created_at: string;
}

export interface AccountRoleRow {
  id: string;
  account_id: string;
  role: Role;
  institution_id: string | null;
  municipality_id: string | null;
  created_at: string;
}

export interface ParticipationRow {
  institution_id: string;
  id: string;
  status: ParticipationStatus;
  started_on: CalendarDate | null;
  ended_on: CalendarDate | null;
  reason: string | null;
  /** The box of material was handed over. */
  materials_on: CalendarDate | null;
}

export interface ParticipationStepRow {
  institution_id: string;
  id: string;
  participation_id: string;
  status: ParticipationStatus;
  reached_on: CalendarDate;
  reason: string | null;
  recorded_at: string;
  withdrawn_at: string | null;
  correction: string | null;
}

export interface ClosingDayRow {
  institution_id: string;
  id: string;
  first_day: CalendarDate;
  last_day: CalendarDate;
  reason: string;
}

export interface InstitutionContactRow {
  institution_id: string;
  id: string;
  name: string;
  function: string;
  phone: string | null;
  email: string;
}

export interface TargetRow {
  id: string;
  municipality_id: string;
  school_year: number;
  institutions: number;
  children: number;
  teaching_units: number;
  consultations: number;
  weekly_minutes: number;
}

export interface CoachAssignmentRow {
  institution_id: string;
  id: string;
  account_id: string;
  first_day: CalendarDate;
  last_day: CalendarDate | null;
}

export interface ActivityRow {
  institution_id: string;
  id: string;
  group_id: string;
  author_id: string;
  held_on: CalendarDate;
  focus_area: FocusArea;
  minutes: number;
  children_present: number;
  adults_present: number | null;
  place: Place | null;
  note: string | null;
  created_at: string;
}

export interface DemoCity {
  municipality: MunicipalityRow;
  districts: DistrictRow[];
  institutions: InstitutionRow[];
  groups: GroupRow[];
  groupConfirmations: GroupConfirmationRow[];
  groupSizes: GroupSizeRow[];
  accounts: AccountRow[];
  accountRoles: AccountRoleRow[];
  contacts: InstitutionContactRow[];
  closingDays: ClosingDayRow[];
  targets: TargetRow[];
  /** Of each house the run that counts last. */
  participations: ParticipationRow[];
  participationSteps: ParticipationStepRow[];
  coachAssignments: CoachAssignmentRow[];
  activities: ActivityRow[];
  programme: Programme;
  training: Training;
}
