import type { HouseKey, PersonKey } from '../../support/city.js';
import { type Asker, governs, seesHouse, seesPerson, type Town, townOf } from '../../support/askers.js';

/** A row in the programme's words: what it belongs to. */
export interface RowFacts {
  house?: HouseKey;
  town?: Town;
  /** Whose row it is: owner, author, inviter, actor. */
  person?: PersonKey;
}

export type Rule = (asker: Asker, row: RowFacts) => boolean;
/** `overwrite` is an update and `wipe` a delete that read nothing, and so are held by the policies of their own verb alone. */
export type Verb = 'select' | 'insert' | 'update' | 'overwrite' | 'delete' | 'wipe';

export interface TableRules {
  /** Column that says whose row it is. */
  person?: string;
  /** Column that says whose town's row it is, `municipality_id` unless said otherwise. */
  town?: string;
  /** Assignment that changes nothing row-level security asks for. */
  neutral: string;
  select: Rule;
  /** `refused`: the role lacks the right altogether and gets an error. */
  insert: Rule | 'refused';
  update: Rule | 'refused';
  delete: Rule | 'refused';
  /** Rows in reach of an update that must not stay as they are: an overwrite that meets one fails as a whole. */
  blocked?: Rule;
}

const everyone: Rule = () => true;
const isSignedIn: Rule = ({ self, system }) => self !== null || system;
const isSystem: Rule = ({ system }) => system;
const isAdministrator: Rule = ({ administrator, system }) => administrator || system;
const seesIt: Rule = (asker, { house }) => house !== undefined && seesHouse(asker, house);
const governsIt: Rule = (asker, { house, town }) => {
  const place = town ?? (house && townOf(house));
  return place !== undefined && governs(asker, place);
};
const isOwn: Rule = ({ self, system }, { person }) => system || (self !== null && self === person);

const coordinatesIt: Rule = ({ coordinates, system }, { town }) => system || coordinates.includes(town!);
// Of a whole city, for those who answer for it.
const answersForIt: Rule = (asker, row) => asker.programmeLead || coordinatesIt(asker, row);

// Each bears the id of somebody (more-rows.ts), so that its state can be told.
const isPublished = ({ person }: RowFacts): boolean => person === 'lead' || person === 'distantLead';
const isAskedFor = ({ person }: RowFacts): boolean => person === 'educator' || person === 'distantEducator';

const keepsGroup: Rule = (asker, row) => asker.leads.includes(row.house!) || governsIt(asker, row);

const seesActivity: Rule = (asker, { house, person }) =>
  asker.system ||
  asker.programmeLead ||
  asker.coordinates.includes(townOf(house!)) ||
  [...asker.leads, ...asker.coaches].includes(house!) ||
  (asker.teaches.includes(house!) && asker.self === person);
// Sums tell nothing of a colleague: figures of the house are for all of its staff.
const seesSums: Rule = (asker, { house }) =>
  asker.system ||
  asker.programmeLead ||
  asker.coordinates.includes(townOf(house!)) ||
  [...asker.teaches, ...asker.leads, ...asker.coaches].includes(house!);
const writesActivity: Rule = (asker, { house, person }) =>
  asker.system || ([...asker.teaches, ...asker.leads].includes(house!) && asker.self === person);
const changesActivity: Rule = (asker, row) => asker.leads.includes(row.house!) || writesActivity(asker, row);

const worksWith: Rule = (asker, { house }) =>
  asker.system ||
  asker.coordinates.includes(townOf(house!)) ||
  [...asker.leads, ...asker.coaches].includes(house!);
const advises: Rule = (asker, { house }) =>
  asker.system || asker.coordinates.includes(townOf(house!)) || asker.coaches.includes(house!);

const seesRole: Rule = (asker, row) =>
  isOwn(asker, row) ||
  asker.programmeLead ||
  asker.administrator ||
  (row.house !== undefined && seesHouse(asker, row.house)) ||
  (row.town !== undefined && asker.coordinates.includes(row.town));
const seesAssignment: Rule = (asker, row) => isOwn(asker, row) || seesIt(asker, row);

const seesThem: Rule = (asker, { person }) => person !== undefined && seesPerson(asker, person);

// Of files of groups also the town's leads; the only such mapping is the own town's (more-rows.ts).
const knowsMapping: Rule = (asker, row) =>
  governsIt(asker, row) || (row.town === 'own' && asker.leads.some((house) => townOf(house) === 'own'));

/** What each person is, from city.ts; everybody has one role. */
const ROLE_OF: Partial<Record<PersonKey, { role: string; house?: HouseKey; town?: Town }>> = {
  educator: { role: 'educator', house: 'kita' },
  colleague: { role: 'educator', house: 'kita' },
  disabled: { role: 'educator', house: 'kita' },
  expired: { role: 'educator', house: 'kita' },
  schoolEducator: { role: 'educator', house: 'school' },
  distantEducator: { role: 'educator', house: 'distant' },
  lead: { role: 'lead', house: 'kita' },
  schoolLead: { role: 'lead', house: 'school' },
  distantLead: { role: 'lead', house: 'distant' },
  coach: { role: 'coach', town: 'own' },
  formerCoach: { role: 'coach', town: 'own' },
  distantCoach: { role: 'coach', town: 'distant' },
};

/** Leads give educators' roles at their house; coordinators those of leads and coaches in their town. */
const givesRoleOf: Rule = (asker, { person }) => {
  if (asker.administrator || asker.system) return true;
  const { role, house, town } = (person && ROLE_OF[person]) ?? {};
  if (role === 'educator') return asker.leads.includes(house!);
  if (role === 'lead') return asker.coordinates.includes(townOf(house!));
  return town !== undefined && asker.coordinates.includes(town);
};

const leadsIt: Rule = ({ leads, system }, { house }) => system || leads.includes(house!);
/** Of everybody on the staff of the house, its lead as well. */
const isOwnOrLed: Rule = (asker, row) => {
  const { role, house } = (row.person && ROLE_OF[row.person]) ?? {};
  return isOwn(asker, row) || ((role === 'educator' || role === 'lead') && asker.leads.includes(house!));
};

const inviterOrGiver: Rule = (asker, row) =>
  isOwn(asker, row) ||
  asker.administrator ||
  // The city's invitations: educators to a house, coaches to a town.
  (row.house === undefined ? asker.coordinates.includes(row.town!) : asker.leads.includes(row.house));

const keepsStaff: Rule = ({ leads, coordinates, system }, { house }) =>
  system || leads.includes(house!) || coordinates.includes(townOf(house!));
// The one without an account is the school's and works in the kita as well (training-rows.ts).
const isFloater = ({ house, person }: RowFacts): boolean => house === 'school' && person === undefined;
const seesStaff: Rule = (asker, row) =>
  keepsStaff(asker, row) ||
  (asker.self !== null && asker.self === row.person) ||
  (isFloater(row) && asker.leads.includes('kita'));
const decidesOnIt: Rule = (asker, { house }) => asker.system || asker.leads.includes(house!);
const seesPosition: Rule = (asker, { house }) => seesHouse(asker, house!);

// A draft bears its coordinator's id, an open training its municipality's (training-rows.ts).
const townOfTraining = ({ town, person }: RowFacts): Town =>
  town === 'distant' || person === 'distantCoordinator' ? 'distant' : 'own';
const isDraft = ({ person }: RowFacts): boolean =>
  person === 'coordinator' || person === 'distantCoordinator';
const keepsTraining: Rule = ({ coordinates, system }, row) =>
  system || coordinates.includes(townOfTraining(row));
const seesTraining: Rule = (asker, row) =>
  keepsTraining(asker, row) ||
  (!isDraft(row) &&
    (asker.programmeLead ||
      asker.administrator ||
      [...asker.teaches, ...asker.leads, ...asker.coaches].some(
        (house) => townOf(house) === townOfTraining(row),
      )));
// Children: the people who work in the house, and its coach of today who reads. Nobody else, however high.
const knowsChild: Rule = ({ teaches, leads, coaches, system }, { house }) =>
  system || [...teaches, ...leads, ...coaches].includes(house!);
const keepsChild: Rule = ({ teaches, leads, system }, { house }) =>
  system || [...teaches, ...leads].includes(house!);

const coordinatesHouse: Rule = ({ coordinates, system }, { house }) =>
  system || coordinates.includes(townOf(house!));

/** Reference data that is added to and never changes. */
const added = (neutral: string): TableRules => ({
  neutral,
  select: everyone,
  insert: isAdministrator,
  update: 'refused',
  delete: 'refused',
});

/** What only triggers write. */
const sums = (): TableRules => ({
  neutral: 'minutes = 7',
  select: seesSums,
  insert: 'refused',
  update: 'refused',
  delete: 'refused',
});

/** Every table of the database; a table without a line here fails the test. */
export const TABLES: Record<string, TableRules> = {
  accounts: {
    neutral: 'version = 7',
    person: 'id',
    select: seesThem,
    insert: isAdministrator,
    update: (asker, row) => isOwn(asker, row) || givesRoleOf(asker, row),
    delete: isSystem,
  },
  credentials: {
    neutral: "password_hash = 'x'",
    person: 'account_id',
    select: (asker, row) => isOwn(asker, row) || asker.email === row.person,
    insert: isOwn,
    update: isOwn,
    delete: 'refused',
  },
  sessions: {
    neutral: "device = 'x'",
    person: 'account_id',
    select: (asker, row) => isOwn(asker, row) || asker.token === row.person || givesRoleOf(asker, row),
    insert: isOwn,
    update: isOwn,
    // Whoever holds the token may end what it opens; whoever gives the person a role may sign them out.
    delete: (asker, row) => isOwn(asker, row) || asker.token === row.person || givesRoleOf(asker, row),
  },
  second_factors: {
    neutral: 'last_step = 7',
    person: 'account_id',
    select: isOwn,
    insert: isOwn,
    update: isOwn,
    delete: isOwn,
  },
  recovery_codes: {
    neutral: "code_hash = 'x'",
    person: 'account_id',
    select: isOwn,
    insert: isOwn,
    update: 'refused',
    delete: isOwn,
  },
  password_resets: {
    neutral: 'used_at = now()',
    person: 'account_id',
    select: isSystem,
    insert: isSystem,
    update: isSystem,
    delete: isSystem,
  },
  access_tokens: {
    neutral: "name = 'x'",
    person: 'account_id',
    select: (asker, row) => isOwn(asker, row) || asker.token === row.person,
    insert: isOwn,
    update: isOwn,
    delete: isOwn,
  },
  tablets: {
    neutral: 'version = 7',
    select: (asker, row) => asker.teaches.includes(row.house!) || leadsIt(asker, row),
    insert: leadsIt,
    update: leadsIt,
    delete: 'refused',
  },
  account_pins: {
    neutral: 'sealed_failures = 7',
    person: 'account_id',
    select: isOwnOrLed,
    insert: isOwn,
    update: isOwnOrLed,
    delete: 'refused',
  },
  account_badges: {
    neutral: "last_used_at = '2000-01-01'",
    person: 'account_id',
    select: isOwnOrLed,
    insert: isOwn,
    update: isOwn,
    delete: isOwnOrLed,
  },
  sign_in_throttles: {
    neutral: 'failures = 7',
    select: everyone,
    insert: everyone,
    update: everyone,
    delete: everyone,
  },
  account_roles: {
    neutral: "created_at = '2000-01-01'",
    person: 'account_id',
    select: seesRole,
    insert: givesRoleOf,
    update: 'refused',
    delete: givesRoleOf,
  },
  invitations: {
    neutral: "name = 'x'",
    person: 'invited_by',
    select: inviterOrGiver,
    insert: isOwn,
    // Others who give the role change it only by making it their own.
    update: (asker, row) => isOwn(asker, row) || asker.administrator,
    delete: isSystem,
    blocked: (asker, row) => inviterOrGiver(asker, row) && !isOwn(asker, row) && !asker.administrator,
  },
  municipalities: {
    neutral: 'version = 7',
    select: isSignedIn,
    insert: isAdministrator,
    update: isAdministrator,
    delete: 'refused',
  },
  districts: {
    neutral: 'version = 7',
    select: isSignedIn,
    insert: governsIt,
    update: governsIt,
    delete: 'refused',
  },
  institutions: {
    neutral: 'version = 7',
    select: seesIt,
    insert: governsIt,
    update: governsIt,
    // Made by the coordinator's import (more-rows.ts), and nobody else's.
    delete: ({ self }, { house }) => self === 'coordinator' && house === 'closed',
  },
  groups: {
    neutral: 'version = 7',
    select: seesIt,
    insert: keepsGroup,
    update: keepsGroup,
    delete: ({ self }, { house }) => self === 'coordinator' && house === 'idle',
  },
  institution_districts: {
    neutral: "first_day = '2000-01-01'",
    select: seesIt,
    insert: governsIt,
    update: governsIt,
    delete: 'refused',
  },
  district_names: {
    neutral: "name = 'x'",
    town: 'district_id',
    select: isSignedIn,
    insert: governsIt,
    update: governsIt,
    delete: 'refused',
  },
  group_sizes: {
    neutral: 'size = 7',
    select: seesIt,
    insert: keepsGroup,
    update: keepsGroup,
    delete: 'refused',
  },
  group_confirmations: {
    neutral: 'confirmed_by = null',
    select: seesIt,
    insert: keepsGroup,
    update: ({ system }) => system,
    delete: ({ system }) => system,
  },
  participations: {
    neutral: 'version = 7',
    select: seesIt,
    insert: governsIt,
    update: governsIt,
    delete: governsIt,
  },
  participation_steps: {
    neutral: "reason = 'x'",
    select: seesIt,
    insert: governsIt,
    update: governsIt,
    delete: governsIt,
  },
  coach_assignments: {
    neutral: "first_day = '2000-01-01'",
    person: 'account_id',
    select: seesAssignment,
    insert: governsIt,
    update: governsIt,
    delete: governsIt,
  },
  closing_days: {
    neutral: 'version = 7',
    select: seesIt,
    insert: keepsGroup,
    update: keepsGroup,
    delete: keepsGroup,
  },
  institution_contacts: {
    neutral: 'version = 7',
    select: seesIt,
    insert: governsIt,
    update: governsIt,
    delete: governsIt,
  },
  targets: {
    neutral: 'version = 7',
    select: (asker, row) => asker.programmeLead || governsIt(asker, row),
    insert: governsIt,
    update: governsIt,
    delete: governsIt,
  },
  activity_reminders: {
    neutral: 'letters = 1',
    select: (asker, row) => asker.programmeLead || coordinatesHouse(asker, row),
    insert: coordinatesHouse,
    update: 'refused',
    delete: isSystem,
  },
  annual_reports: {
    neutral: 'version = 7',
    select: answersForIt,
    insert: answersForIt,
    update: isSystem,
    delete: answersForIt,
  },
  publication_schemes: {
    neutral: 'halves = false',
    select: answersForIt,
    insert: isSystem,
    update: 'refused',
    delete: 'refused',
  },
  publications: {
    neutral: 'version = 7',
    person: 'id',
    select: answersForIt,
    // Computing one is the job's business, publishing it the system's.
    insert: (asker, row) => isSystem(asker, row) || (answersForIt(asker, row) && isAskedFor(row)),
    update: (asker, row) => isSystem(asker, row) && !isPublished(row),
    delete: (asker, row) => answersForIt(asker, row) && !isPublished(row),
    blocked: (asker, row) => isSystem(asker, row) && isPublished(row),
  },
  publication_cells: {
    neutral: 'count = 10',
    person: 'publication_id',
    // Before it is published nobody reads a cell, not even who is about to publish it.
    select: (asker, row) => isSystem(asker, row) || (answersForIt(asker, row) && isPublished(row)),
    insert: isSystem,
    update: 'refused',
    delete: 'refused',
  },
  publication_freezes: {
    neutral: "fingerprint = 'x'",
    select: isSystem,
    insert: isSystem,
    update: 'refused',
    delete: 'refused',
  },
  activities: {
    neutral: 'version = 7',
    person: 'author_id',
    select: seesActivity,
    insert: writesActivity,
    update: changesActivity,
    delete: isSystem,
  },
  activity_weeks: sums(),
  activity_years: sums(),
  children: {
    neutral: 'version = 7',
    select: knowsChild,
    insert: keepsChild,
    update: keepsChild,
    delete: keepsChild,
  },
  consents: {
    neutral: 'version = 7',
    select: knowsChild,
    insert: keepsChild,
    update: keepsChild,
    delete: 'refused',
  },
  child_transfers: {
    neutral: 'version = 7',
    select: keepsChild,
    insert: keepsChild,
    update: keepsChild,
    delete: keepsChild,
  },
  erasures: {
    neutral: 'erased_by = null',
    select: isSystem,
    insert: keepsChild,
    update: 'refused',
    delete: 'refused',
  },
  test_days: {
    neutral: 'version = 7',
    select: knowsChild,
    insert: keepsChild,
    update: keepsChild,
    delete: keepsChild,
  },
  test_day_groups: {
    neutral: 'group_id = group_id',
    select: knowsChild,
    insert: keepsChild,
    update: keepsChild,
    delete: keepsChild,
  },
  assessments: {
    neutral: 'version = 7',
    select: knowsChild,
    insert: knowsChild,
    update: knowsChild,
    delete: knowsChild,
  },
  results: {
    neutral: 'version = 7',
    select: knowsChild,
    insert: knowsChild,
    update: knowsChild,
    delete: knowsChild,
  },
  trials: {
    neutral: 'version = 7',
    select: knowsChild,
    insert: knowsChild,
    update: knowsChild,
    delete: knowsChild,
  },
  scores: {
    neutral: "sex = 'male'",
    select: knowsChild,
    insert: knowsChild,
    update: knowsChild,
    delete: knowsChild,
  },
  staff_members: {
    neutral: 'version = 7',
    person: 'account_id',
    select: seesStaff,
    insert: keepsStaff,
    update: keepsStaff,
    // Those without registrations.
    delete: (asker, row) =>
      keepsStaff(asker, row) && (row.person === 'colleague' || row.person === 'schoolEducator'),
  },
  staff_positions: {
    neutral: 'version = 7',
    select: seesPosition,
    insert: keepsStaff,
    update: keepsStaff,
    delete: keepsStaff,
  },
  trainings: {
    neutral: 'version = 7',
    person: 'id',
    select: seesTraining,
    insert: keepsTraining,
    update: keepsTraining,
    delete: (asker, row) => keepsTraining(asker, row) && isDraft(row),
  },
  training_sessions: {
    neutral: 'break_minutes = 7',
    town: 'training_id',
    person: 'training_id',
    select: seesTraining,
    insert: keepsTraining,
    update: keepsTraining,
    delete: keepsTraining,
  },
  training_modules: {
    // Rows are made and taken away, never changed.
    neutral: 'module_id = module_id',
    town: 'training_id',
    person: 'training_id',
    select: seesTraining,
    insert: keepsTraining,
    update: 'refused',
    delete: keepsTraining,
  },
  training_registrations: {
    neutral: 'version = 7',
    person: 'staff_member_id',
    select: (asker, row) =>
      coordinatesHouse(asker, row) ||
      asker.programmeLead ||
      asker.leads.includes(row.house!) ||
      (asker.self !== null && asker.self === row.person),
    insert: coordinatesHouse,
    update: coordinatesHouse,
    delete: 'refused',
  },
  training_attendances: {
    neutral: 'version = 7',
    // Of a registration that bears the person's id (training-rows.ts).
    person: 'registration_id',
    select: (asker, row) =>
      coordinatesHouse(asker, row) ||
      asker.programmeLead ||
      asker.leads.includes(row.house!) ||
      (asker.self !== null && asker.self === row.person),
    insert: coordinatesHouse,
    update: coordinatesHouse,
    delete: coordinatesHouse,
  },
  certificates: {
    neutral: 'version = 7',
    person: 'registration_id',
    select: (asker, row) =>
      coordinatesHouse(asker, row) ||
      asker.leads.includes(row.house!) ||
      (asker.self !== null && asker.self === row.person),
    insert: coordinatesHouse,
    update: coordinatesHouse,
    delete: 'refused',
  },
  certificate_numbers: {
    neutral: 'last = 7',
    select: ({ coordinates, system }, { town }) => system || coordinates.includes(town!),
    insert: ({ coordinates, system }, { town }) => system || coordinates.includes(town!),
    update: ({ coordinates, system }, { town }) => system || coordinates.includes(town!),
    delete: 'refused',
  },
  imports: {
    neutral: 'version = 7',
    person: 'created_by',
    select: isOwn,
    insert: isOwn,
    update: isOwn,
    delete: isOwn,
  },
  import_rows: {
    neutral: "title = 'x'",
    person: 'import_id',
    select: isOwn,
    insert: isOwn,
    update: isOwn,
    delete: isOwn,
  },
  import_changes: {
    neutral: 'version = 7',
    person: 'import_id',
    select: isOwn,
    insert: isOwn,
    update: 'refused',
    delete: 'refused',
  },
  calendar_feeds: {
    neutral: 'last_used_at = now()',
    person: 'account_id',
    select: (asker, row) => isOwn(asker, row) || asker.token === row.person,
    insert: isOwn,
    update: isOwn,
    delete: isOwn,
  },
  account_outbox_keys: {
    neutral: 'created_at = now()',
    person: 'account_id',
    select: isOwn,
    insert: isOwn,
    update: isOwn,
    delete: isOwn,
  },
  sealing_keys: {
    neutral: "x = 'x'",
    select: isSystem,
    insert: isSystem,
    update: 'refused',
    delete: isSystem,
  },
  sealed_arrivals: {
    neutral: "outcome = 'held'",
    person: 'author_account_id',
    select: isOwn,
    insert: isOwn,
    update: 'refused',
    delete: isOwn,
  },
  held_entries: {
    neutral: "reason = 'refused'",
    person: 'author_account_id',
    // Children's values are in there: the lead, and whoever noted it.
    select: (asker, row) => decidesOnIt(asker, row) || (asker.self !== null && asker.self === row.person),
    insert: decidesOnIt,
    update: decidesOnIt,
    delete: decidesOnIt,
  },
  mail_outbox: {
    neutral: 'version = 7',
    // Letters name people of the staff: the coordinators know them, an administrator does not.
    select: coordinatesIt,
    // Whoever's work makes a letter puts it in.
    insert: isSignedIn,
    update: coordinatesIt,
    delete: isSystem,
  },
  import_mappings: {
    neutral: "fields = '[]'",
    select: knowsMapping,
    insert: knowsMapping,
    update: knowsMapping,
    delete: 'refused',
  },
  focus_areas: {
    neutral: 'version = 7',
    select: everyone,
    insert: 'refused',
    update: isAdministrator,
    delete: 'refused',
  },
  modules: {
    neutral: 'version = 7',
    select: everyone,
    insert: isAdministrator,
    update: isAdministrator,
    delete: 'refused',
  },
  module_bookings: {
    neutral: 'version = 7',
    select: (asker, row) =>
      asker.programmeLead || worksWith(asker, row) || asker.teaches.includes(row.house!),
    insert: worksWith,
    update: worksWith,
    delete: worksWith,
  },
  coach_contacts: {
    neutral: 'version = 7',
    person: 'coach_id',
    select: (asker, row) => asker.programmeLead || worksWith(asker, row),
    // A coach in their own name only.
    insert: (asker, row) =>
      advises(asker, row) && (!asker.coaches.includes(row.house!) || asker.self === row.person),
    update: advises,
    delete: advises,
  },
  module_items: {
    // Rows are made and taken away, never changed.
    neutral: 'module_id = module_id',
    select: everyone,
    insert: isAdministrator,
    update: 'refused',
    delete: isAdministrator,
  },
  test_items: added('position = 7'),
  test_protocols: added('version = 7'),
  test_batteries: added('version = 7'),
  test_battery_items: added('position = 7'),
  norm_sets: added('version = 7'),
  norm_items: added("unit = 'cm'"),
  norm_rows: added('l = 1'),
  battery_norms: {
    neutral: "since = '2000-01-01'",
    select: everyone,
    insert: isAdministrator,
    update: isAdministrator,
    delete: 'refused',
  },
  maintenance_runs: {
    neutral: "figures = '{}'",
    select: isAdministrator,
    insert: isSystem,
    update: isSystem,
    delete: isSystem,
  },
  score_runs: {
    neutral: 'houses_total = 7',
    select: isAdministrator,
    insert: isAdministrator,
    update: isSystem,
    delete: 'refused',
  },
  school_holidays: {
    neutral: "source = 'x'",
    select: everyone,
    insert: isAdministrator,
    update: isAdministrator,
    delete: isAdministrator,
  },
  audit_events: {
    neutral: "action = 'x'",
    person: 'actor_id',
    // Of a house, what its timeline shows (more-rows.ts); everything else is the administrators'.
    select: (asker, row) => isAdministrator(asker, row) || (row.house !== undefined && seesIt(asker, row)),
    // Everybody writes in their own name; whoever has none yet (and the system) writes without one.
    insert: ({ self }, { person }) => person === (self ?? undefined),
    update: 'refused',
    delete: 'refused',
  },
  audit_chains: {
    neutral: 'length = 7',
    select: ({ system }) => system,
    insert: 'refused',
    update: 'refused',
    delete: 'refused',
  },
  migrations: {
    neutral: "name = 'x'",
    select: everyone,
    insert: 'refused',
    update: 'refused',
    delete: 'refused',
  },
};
