import { annualReport } from './de/annual-report';
import { accessibility } from './de/accessibility';
import { advice } from './de/advice';
import { activities } from './de/activities';
import { calendarFeed } from './de/calendar-feed';
import { attendance } from './de/attendance';
import { certificates } from './de/certificates';
import { childImport, children, childTransfers } from './de/children';
import { attention } from './de/attention';
import { bookings } from './de/bookings';
import { charts } from './de/charts';
import { cityMap } from './de/city-map';
import { common } from './de/common';
import { completeness } from './de/completeness';
import { overview } from './de/coordinator';
import { admin } from './de/coordinator-admin';
import { imports } from './de/imports';
import { institutions } from './de/coordinator-institutions';
import { terms } from './de/coordinator-terms';
import { dataFiles } from './de/data-files';
import { device } from './de/device';
import { districtYears } from './de/district-years';
import { equity } from './de/equity';
import { gym } from './de/gym';
import { governance } from './de/governance';
import { groupYears } from './de/group-years';
import { heldEntries } from './de/held-entries';
import { house } from './de/house';
import { houseSheet } from './de/house-sheet';
import { keeping } from './de/keeping';
import { inviteMany } from './de/invite-many';
import { closingDays, contacts, holidays, targets, timeline } from './de/house-calendar';
import { invitations } from './de/invitations';
import { mails } from './de/mails';
import { merging } from './de/merging';
import { motorSkills } from './de/motor-skills';
import { batteries, calculator, normChoice, normImport, norms, scoreRuns, testUnits } from './de/norms';
import { outbox } from './de/outbox';
import { ownHouse } from './de/own-house';
import { people } from './de/people';
import { coaching, participation } from './de/participation';
import { programmeFigures } from './de/programme-figures';
import { modules, programme } from './de/programme';
import { problems } from './de/problems';
import { publications } from './de/publications';
import { reports } from './de/reports';
import { results } from './de/results';
import { security } from './de/security';
import { session } from './de/session';
import { system } from './de/system';
import { tabletProofs, tablets } from './de/tablets';
import { tabletLock } from './de/tablet-lock';
import { testDays } from './de/test-days';
import { staff, training } from './de/training';
import { trail } from './de/trail';
import { waiting } from './de/waiting';
import { words } from './de/words';

/** Every German text of the screens, by area. Another language is one more object of this type. */
export const texts = {
  annualReport,
  accessibility,
  activities,
  admin,
  calendarFeed,
  attendance,
  keeping,
  attention,
  certificates,
  advice,
  batteries,
  bookings,
  childImport,
  children,
  childTransfers,
  calculator,
  charts,
  cityMap,
  closingDays,
  coaching,
  completeness,
  common,
  dataFiles,
  device,
  districtYears,
  equity,
  groupYears,
  gym,
  contacts,
  holidays,
  heldEntries,
  house,
  houseSheet,
  imports,
  institutions,
  invitations,
  inviteMany,
  mails,
  merging,
  modules,
  motorSkills,
  normChoice,
  normImport,
  norms,
  outbox,
  ownHouse,
  scoreRuns,
  testUnits,
  overview,
  people,
  governance,
  participation,
  programme,
  programmeFigures,
  problems,
  publications,
  reports,
  results,
  security,
  session,
  system,
  tabletLock,
  staff,
  tabletProofs,
  tablets,
  targets,
  terms,
  trail,
  testDays,
  training,
  timeline,
  waiting,
  words,
};

export type Texts = typeof texts;
