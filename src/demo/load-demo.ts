import type { INestApplicationContext } from '@nestjs/common';
import { AccountRepository } from '../access/accounts/account.repository.js';
import { hashPassword, verifyPassword } from '../access/passwords/passwords.js';
import { Audit } from '../audit/audit.js';
import { Database } from '../database/database.js';
import { CertificateIssueService } from '../training/certificates/certificate-issue.service.js';
import { Clock } from '../kernel/calendar/clock.js';
import { HERNE_KEY } from './city.js';
import { writeLetters } from './letters.js';
import { makeDemoCity } from './demo-city.js';
import type { DemoCity } from './demo-rows.js';
import { insertRows, type Loading } from './insert-rows.js';
import type { SchoolHoliday } from './rhythm.js';
import { SIGN_INS } from './sign-ins.js';
import { BOOKINGS, COACH_CONTACTS, MODULE_ITEMS, MODULES, type Programme } from './programme-rows.js';
import { makeMeasurements } from './measurements.js';
import * as tables from './tables.js';
import { readTestCatalogue } from './test-catalogue.js';
import * as measurements from './test-rows.js';
import type { Measurements } from './test-rows.js';
import {
  ATTENDANCES,
  REGISTRATIONS,
  STAFF_MEMBERS,
  STAFF_POSITIONS,
  TRAINING_MODULES,
  TRAINING_SESSIONS,
  type Training,
  TRAININGS,
} from './training-rows.js';

/** Another seed gives another city of the same shape. */
const SEED = 'Olympia ruft in Herne';
/** So many trainings have their certificates. */
const CERTIFIED = 12;

/**
 * Makes the demo city once, up to today, and lets its six people sign in with the password. A city that is there already stays as it
 * is; it does not grow with the days. (For a fresh one delete the data directory of the demo.)
 * @param log gets what happens, in short lines
 */
export async function loadDemo(
  app: INestApplicationContext,
  password: string,
  log: (line: string) => void,
): Promise<void> {
  await loadCityOnce(app, log);
  await keepPassword(app, password);
}

async function loadCityOnce(app: INestApplicationContext, log: (line: string) => void): Promise<void> {
  const database = app.get(Database);
  await database.asSystem(async () => {
    if (await isLoaded(database)) return;
    log('Making the demo city …');
    const { today } = database.context;
    const plan = { seed: SEED, today, holidays: await listHolidays(database) };
    const city = makeDemoCity(plan);
    const loading = { database, now: app.get(Clock).now() };
    await insertCity(loading, city);
    const measured = makeMeasurements(city, { ...plan, catalogue: await readTestCatalogue(app) });
    await insertMeasurements(loading, measured);
    const certificates = await issueCertificates(app, city.training);
    await writeLetters(app, database);
    await database.query('select gather_statistics()');
    const { id } = city.municipality;
    await recordHouses(app.get(Audit), city);
    await app.get(Audit).record({ action: 'demo.load', objectType: 'municipality', objectId: id });
    const { institutions, activities } = city;
    log(
      `Loaded ${institutions.length} institutions, ${activities.length} activities, ${certificates} certificates and ` +
        `${measured.assessments.length} tests of children.`,
    );
  });
}

/** Every house has its chain of the trail from its first day on; the verification misses one that has none. */
function recordHouses(audit: Audit, { institutions }: DemoCity): Promise<void> {
  const created = { action: 'institution.create', objectType: 'institution' };
  return audit.recordAll(institutions.map(({ id }) => ({ ...created, objectId: id, institutionId: id })));
}

async function isLoaded(database: Database): Promise<boolean> {
  const rows = await database.query('select from municipalities where key = $1', [HERNE_KEY]);
  return rows.length > 0;
}

async function listHolidays(database: Database): Promise<SchoolHoliday[]> {
  return database.query<SchoolHoliday>(
    `select name, first_day::text as "firstDay", last_day::text as "lastDay" from school_holidays
     where state = 'NW' order by first_day`,
  );
}

async function insertCity(loading: Loading, city: DemoCity): Promise<void> {
  await insertRows(loading, tables.MUNICIPALITIES, [city.municipality]);
  await insertRows(loading, tables.DISTRICTS, city.districts);
  await insertRows(loading, tables.INSTITUTIONS, city.institutions);
  await insertRows(loading, tables.GROUPS, city.groups);
  await insertRows(loading, tables.GROUP_CONFIRMATIONS, city.groupConfirmations);
  await insertSizes(loading.database, city);
  await insertRows(loading, tables.ACCOUNTS, city.accounts);
  await insertRows(loading, tables.ACCOUNT_ROLES, city.accountRoles);
  await insertRows(loading, tables.PARTICIPATIONS, city.participations);
  await insertRows(loading, tables.PARTICIPATION_STEPS, city.participationSteps);
  await insertRows(loading, tables.CLOSING_DAYS, city.closingDays);
  await insertRows(loading, tables.INSTITUTION_CONTACTS, city.contacts);
  await insertRows(loading, tables.TARGETS, city.targets);
  await insertRows(loading, tables.COACH_ASSIGNMENTS, city.coachAssignments);
  await insertRows(loading, tables.ACTIVITIES, city.activities);
  await insertProgramme(loading, city.programme);
  await insertTraining(loading, city.training);
}

async function insertProgramme(loading: Loading, programme: Programme): Promise<void> {
  await insertRows(loading, MODULES, programme.modules);
  await insertRows(loading, MODULE_ITEMS, programme.moduleItems);
  await insertRows(loading, BOOKINGS, programme.bookings);
  await insertRows(loading, COACH_CONTACTS, programme.coachContacts);
}

async function insertTraining(loading: Loading, training: Training): Promise<void> {
  await insertRows(loading, STAFF_MEMBERS, training.staff);
  await insertRows(loading, STAFF_POSITIONS, training.positions);
  await insertRows(loading, TRAININGS, training.trainings);
  await insertRows(loading, TRAINING_SESSIONS, training.sessions);
  await insertRows(loading, TRAINING_MODULES, training.trainingModules);
  await insertRows(loading, REGISTRATIONS, training.registrations);
  await insertRows(loading, ATTENDANCES, training.attendances);
}

async function insertMeasurements(loading: Loading, measured: Measurements): Promise<void> {
  await insertRows(loading, measurements.CHILDREN, measured.children);
  await insertRows(loading, measurements.CONSENTS, measured.consents);
  await insertRows(loading, measurements.TEST_DAYS, measured.testDays);
  await insertRows(loading, measurements.TEST_DAY_GROUPS, measured.testDayGroups);
  await insertRows(loading, measurements.ASSESSMENTS, measured.assessments);
  await insertRows(loading, measurements.RESULTS, measured.results);
  await insertRows(loading, measurements.TRIALS, measured.trials);
  await insertRows(loading, measurements.SCORES, measured.scores);
}

/** For the trainings of the last months, as somebody would who has just been given the programme; the newest is left for trying it out. */
async function issueCertificates(app: INestApplicationContext, { trainings }: Training): Promise<number> {
  const over = trainings.filter(({ state }) => state === 'completed').slice(-1 - CERTIFIED, -1);
  let issued = 0;
  for (const { id } of over) issued += await app.get(CertificateIssueService).issue({ trainingId: id });
  return issued;
}

/** The database has noted the size of each group since the beginning of its year; some had another one then. */
async function insertSizes(database: Database, { groupSizes }: DemoCity): Promise<void> {
  const rows = [JSON.stringify(groupSizes)];
  const listed = `jsonb_to_recordset($1) as r (institution_id uuid, group_id uuid, valid_from date, size integer, size_before integer)`;
  await database.query(
    `update group_sizes s set size = r.size_before from ${listed} where s.institution_id = r.institution_id and s.group_id = r.group_id`,
    rows,
  );
  await database.query(
    `insert into group_sizes (institution_id, group_id, valid_from, size)
     select institution_id, group_id, valid_from, size from ${listed}`,
    rows,
  );
}

/** Hashes only for those whose stored hash does not fit, and outside of the transaction: hashing is slow on purpose. */
async function keepPassword(app: INestApplicationContext, password: string): Promise<void> {
  const database = app.get(Database);
  const accounts = app.get(AccountRepository);
  for (const { id, hash } of await listSignIns(database)) {
    if (hash !== null && (await verifyPassword(hash, password))) continue;
    const fresh = await hashPassword(password);
    await database.asSystem(async () => {
      await accounts.setPassword(id, { hash: fresh, needsSecondFactor: false });
      await accounts.endSessions(id);
    });
  }
}

async function listSignIns(database: Database): Promise<{ id: string; hash: string | null }[]> {
  return database.asSystem(() =>
    database.query(
      `select a.id, c.password_hash as hash from accounts a left join credentials c on c.account_id = a.id
       where a.email = any ($1)`,
      [SIGN_INS.map(({ email }) => email)],
    ),
  );
}
