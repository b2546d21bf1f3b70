import type { InstitutionDto } from '../institution.dto.js';

/**
 * What becomes of each table that hangs on an institution when two entries become one. A test reads the catalogue and fails for a table that
 * is missing here.
 *
 * - `moved`: its rows go to the entry that stays (merge.repository.ts)
 * - `along`: they follow by `on update cascade`
 * - `kept`: they stay with the stub, as its history
 */
export const MERGE_PLAN: Record<string, 'moved' | 'along' | 'kept'> = {
  groups: 'moved',
  group_sizes: 'along',
  activities: 'along',
  // By the triggers on activities, which follow their group or are taken to the one that is kept.
  activity_weeks: 'along',
  activity_years: 'along',
  group_confirmations: 'moved',
  account_roles: 'moved',
  invitations: 'moved',
  tablets: 'moved',
  participations: 'moved',
  participation_steps: 'along',
  coach_assignments: 'moved',
  closing_days: 'moved',
  institution_contacts: 'moved',
  module_bookings: 'moved',
  coach_contacts: 'moved',
  staff_members: 'moved',
  staff_positions: 'moved',
  training_registrations: 'moved',
  training_attendances: 'along',
  certificates: 'along',
  children: 'along',
  consents: 'along',
  child_transfers: 'along',
  test_days: 'moved',
  test_day_groups: 'along',
  assessments: 'along',
  results: 'along',
  trials: 'along',
  scores: 'along',
  held_entries: 'moved',
  institution_districts: 'kept',
  activity_reminders: 'kept',
  // Whose rows are gone has no house to go to.
  erasures: 'kept',
  audit_events: 'kept',
  // What an import wrote; taking it back is refused by the versions, which the merge raises.
  import_changes: 'kept',
};

/** Fields that may come from the vanishing entry, each with those that say nothing without it and so come along. */
export const MERGE_FIELDS = {
  name: [],
  shortCode: [],
  schoolNumber: [],
  districtId: [],
  providerKind: [],
  providerName: [],
  legalRegime: [],
  street: [],
  postalCode: [],
  city: [],
  latitude: ['longitude'],
  contactName: ['contactFunction'],
  phone: [],
  email: [],
  familyCentre: ['familyCentreSince'],
  movementKita: ['movementKitaSince'],
  plusKita: ['plusKitaSince'],
  allDaySchool: ['allDaySchoolSince'],
  socialIndex: ['socialIndexYear'],
  socialSituation: ['socialSituationSource', 'socialSituationYear'],
  places: [],
  staffCount: [],
} as const satisfies Partial<Record<keyof InstitutionDto, readonly (keyof InstitutionDto)[]>>;
export type MergeField = keyof typeof MERGE_FIELDS;

/** The choices there are, in the order of the form. */
export const MERGE_CHOICES = Object.keys(MERGE_FIELDS) as MergeField[];

/** A choice and what comes along with it. */
export function fieldsOf(choice: MergeField): (keyof InstitutionDto)[] {
  return [choice, ...MERGE_FIELDS[choice]];
}
