import { ACCESS_CONSTRAINTS } from './access/access.problems.js';
import { AccountRole } from './access/accounts/account-role.entity.js';
import { Account } from './access/accounts/account.entity.js';
import { Credential } from './access/accounts/credential.entity.js';
import { Invitation } from './access/invitations/invitation.entity.js';
import { PasswordReset } from './access/password-resets/password-reset.entity.js';
import { RecoveryCode } from './access/second-factor/recovery-code.entity.js';
import { SecondFactor } from './access/second-factor/second-factor.entity.js';
import { Session } from './access/sessions/session.entity.js';
import { SignInThrottleCount } from './access/sessions/sign-in-throttle.entity.js';
import { AccountBadge } from './access/tablets/account-badge.entity.js';
import { AccountPin } from './access/tablets/account-pin.entity.js';
import { Tablet } from './access/tablets/tablet.entity.js';
import { AccessToken } from './access/tokens/access-token.entity.js';
import { ACTIVITY_CONSTRAINTS } from './activities/activities.problems.js';
import { Activity } from './activities/activity.entity.js';
import { ActivityWeek } from './activities/sums/activity-week.entity.js';
import { ActivityYear } from './activities/sums/activity-year.entity.js';
import { CHILD_CONSTRAINTS } from './assessments/children.problems.js';
import { Child } from './assessments/children/child.entity.js';
import { Consent } from './assessments/consents/consent.entity.js';
import { Erasure } from './assessments/consents/erasure.entity.js';
import { Assessment } from './assessments/entry/assessment.entity.js';
import { Result } from './assessments/entry/result.entity.js';
import { Score } from './assessments/entry/score.entity.js';
import { Trial } from './assessments/entry/trial.entity.js';
import { TestDayGroup } from './assessments/test-days/test-day-group.entity.js';
import { TestDay } from './assessments/test-days/test-day.entity.js';
import { TEST_DAY_CONSTRAINTS } from './assessments/test-days/test-days.problems.js';
import { ChildTransfer } from './assessments/transfers/child-transfer.entity.js';
import { BATTERY_CONSTRAINTS } from './assessments/batteries/batteries.problems.js';
import { TestBattery, TestBatteryItem } from './assessments/batteries/test-battery.entity.js';
import { TestItem } from './assessments/batteries/test-item.entity.js';
import { TestProtocol } from './assessments/batteries/test-protocol.entity.js';
import { BatteryNorm } from './assessments/norms/battery-norm.entity.js';
import { NORM_CONSTRAINTS } from './assessments/norms/norms.problems.js';
import { NormItem, NormRow, NormSet } from './assessments/norms/norm-set.entity.js';
import { ScoreRun } from './assessments/norms/score-run.entity.js';
import { ModuleItem } from './assessments/views/group-report/module-item.entity.js';
import { AuditChain, AuditEvent } from './audit/audit-event.entity.js';
import type { ConstraintProblems } from './database/sqlstate.js';
import { ImportChange } from './imports/import-change.entity.js';
import { ImportMapping } from './imports/import-mapping.entity.js';
import { ImportRow } from './imports/import-row.entity.js';
import { Import } from './imports/import.entity.js';
import { IMPORT_CONSTRAINTS } from './imports/imports.problems.js';
import { ClosingDay } from './institutions/calendar/closing-day.entity.js';
import { SchoolHoliday } from './institutions/calendar/school-holiday.entity.js';
import { CoachAssignment } from './institutions/coaching/coach-assignment.entity.js';
import { InstitutionContact } from './institutions/contacts/institution-contact.entity.js';
import { DistrictName } from './institutions/districts/district-name.entity.js';
import { InstitutionDistrict } from './institutions/districts/institution-district.entity.js';
import { District } from './institutions/districts/district.entity.js';
import { GroupConfirmation } from './institutions/groups/group-confirmation.entity.js';
import { GroupSize } from './institutions/groups/group-size.entity.js';
import { Group } from './institutions/groups/group.entity.js';
import { Institution } from './institutions/institution.entity.js';
import { INSTITUTION_CONSTRAINTS } from './institutions/institutions.problems.js';
import { Municipality } from './institutions/municipalities/municipality.entity.js';
import { ParticipationStep } from './institutions/participation/participation-step.entity.js';
import { Participation } from './institutions/participation/participation.entity.js';
import { Target } from './institutions/targets/target.entity.js';
import { ModuleBooking } from './programme/bookings/module-booking.entity.js';
import { CoachContact } from './programme/coach-contacts/coach-contact.entity.js';
import { FocusArea } from './programme/focus-areas/focus-area.entity.js';
import { CatalogueModule } from './programme/modules/catalogue-module.entity.js';
import { PROGRAMME_CONSTRAINTS } from './programme/programme.problems.js';
import { ANNUAL_REPORT_CONSTRAINTS } from './reporting/annual-report/annual-report.problems.js';
import { AnnualReport } from './reporting/annual-report/annual-report.entity.js';
import { PublicationCell } from './reporting/publication/publication-cell.entity.js';
import { PublicationFreeze } from './reporting/publication/publication-freeze.entity.js';
import { PublicationScheme } from './reporting/publication/publication-scheme.entity.js';
import { Publication } from './reporting/publication/publication.entity.js';
import { PUBLICATION_CONSTRAINTS } from './reporting/publication/publication.problems.js';
import { ActivityReminder } from './reporting/completeness/activity-reminder.entity.js';
import { MaintenanceRun } from './jobs/maintenance-run.entity.js';
import { OutboxMail } from './mail/outbox/outbox-mail.entity.js';
import { TABLET_CONSTRAINTS } from './tablets/tablets.problems.js';
import { HeldEntry } from './sealing/held/held-entry.entity.js';
import { AccountOutboxKeys } from './sealing/keys/account-outbox-keys.entity.js';
import { SealingKey } from './sealing/keys/sealing-key.entity.js';
import { SealedArrival } from './sealing/entries/sealed-arrival.entity.js';
import { TrainingAttendance } from './training/attendance/training-attendance.entity.js';
import { CERTIFICATE_CONSTRAINTS } from './training/certificates/certificates.problems.js';
import { Certificate, CertificateNumber } from './training/certificates/certificate.entity.js';
import { CalendarFeed } from './training/calendar-feed/calendar-feed.entity.js';
import { TrainingRegistration } from './training/registrations/training-registration.entity.js';
import { StaffMember } from './training/staff/staff-member.entity.js';
import { StaffPosition } from './training/staff/staff-position.entity.js';
import { TRAINING_CONSTRAINTS } from './training/training.problems.js';
import { TrainingModule } from './training/trainings/training-module.entity.js';
import { TrainingSession } from './training/trainings/training-session.entity.js';
import { Training } from './training/trainings/training.entity.js';

/** Every table's entity; the schema test holds them against the migrations. */
export const ENTITIES: (new () => object)[] = [
  AuditChain,
  AuditEvent,
  Account,
  Credential,
  AccountRole,
  Session,
  SignInThrottleCount,
  Invitation,
  SecondFactor,
  RecoveryCode,
  PasswordReset,
  AccessToken,
  Tablet,
  AccountPin,
  AccountBadge,
  Municipality,
  District,
  Institution,
  DistrictName,
  InstitutionDistrict,
  Group,
  InstitutionContact,
  GroupSize,
  GroupConfirmation,
  Participation,
  ParticipationStep,
  CoachAssignment,
  ClosingDay,
  SchoolHoliday,
  Target,
  FocusArea,
  CatalogueModule,
  ModuleBooking,
  CoachContact,
  Activity,
  ActivityWeek,
  ActivityYear,
  Child,
  Consent,
  Erasure,
  ChildTransfer,
  TestDay,
  TestDayGroup,
  Assessment,
  Result,
  Trial,
  Score,
  StaffMember,
  StaffPosition,
  Training,
  TrainingModule,
  TrainingSession,
  TrainingRegistration,
  TrainingAttendance,
  CertificateNumber,
  Certificate,
  TestItem,
  TestProtocol,
  TestBattery,
  TestBatteryItem,
  NormSet,
  NormItem,
  NormRow,
  BatteryNorm,
  ScoreRun,
  ModuleItem,
  Import,
  ImportRow,
  ImportChange,
  ImportMapping,
  OutboxMail,
  CalendarFeed,
  AnnualReport,
  PublicationScheme,
  Publication,
  PublicationCell,
  PublicationFreeze,
  ActivityReminder,
  MaintenanceRun,
  SealingKey,
  AccountOutboxKeys,
  SealedArrival,
  HeldEntry,
];

/** What each violated constraint means to a person. */
export const CONSTRAINTS: ConstraintProblems = {
  ...ACCESS_CONSTRAINTS,
  ...INSTITUTION_CONSTRAINTS,
  ...PROGRAMME_CONSTRAINTS,
  ...ACTIVITY_CONSTRAINTS,
  ...TEST_DAY_CONSTRAINTS,
  ...CHILD_CONSTRAINTS,
  ...TRAINING_CONSTRAINTS,
  ...CERTIFICATE_CONSTRAINTS,
  ...BATTERY_CONSTRAINTS,
  ...NORM_CONSTRAINTS,
  ...IMPORT_CONSTRAINTS,
  ...ANNUAL_REPORT_CONSTRAINTS,
  ...PUBLICATION_CONSTRAINTS,
  ...TABLET_CONSTRAINTS,
};
