import type pg from 'pg';
import { addDays, type CalendarDate } from '../../../src/kernel/calendar/calendar-date.js';
import { berlinDate } from '../../../src/kernel/calendar/clock.js';
import { schoolYearOf } from '../../../src/kernel/calendar/school-year.js';
import type { Person } from '../../support/city.js';
import { rowsOf } from '../../support/rows.js';
import { Town } from '../../support/town.js';

/** A house in which people are busy: two of them enter things at the same time. */
export interface BusyHouse {
  id: string;
  groupId: string;
  educator: Person;
  lead: Person;
  testDayId: string;
  /** Tries of the long jump that nobody has entered yet: two for each child. */
  openTries: { childId: string; number: number }[];
}

export interface BusyTown {
  today: CalendarDate;
  houses: BusyHouse[];
  coordinator: Person;
  moduleId: string;
  protocolId: string;
  /** Open ones, each of a day of its own, with fewer seats than people who want one. */
  trainingIds: string[];
  /** Who goes to trainings, by house. */
  staff: Record<string, string[]>;
}

/** How much there is to do. */
export interface Supply {
  children: number;
  trainings: number;
}

export const HOUSES = 4;
export const SEATS = 5;
const STAFF_PER_HOUSE = 4;
const SIGNS = '34679CDFGHJKMNPQRTVWXY';

/** Fills an empty database; `db` is above all policies. */
export async function busyTown(db: pg.Client, supply: Supply): Promise<BusyTown> {
  const town = new Town(db);
  const today = berlinDate(new Date());
  const municipalityId = await town.municipality('Musterstadt', '05999001');
  const districtId = await town.district(municipalityId, 'Mitte', 1);
  const [jump] = await rowsOf<{ id: string }>(
    db,
    `select id from test_protocols where item_code = 'SWS' order by version limit 1`,
  );
  const kind = { focusArea: 'active_learning', audience: 'children', format: 'workshop', usualMinutes: 90 };
  const houses: BusyHouse[] = [];
  const staff: Record<string, string[]> = {};
  for (let n = 1; n <= HOUSES; n += 1) {
    const house = await addHouse({ db, town, today, supply }, municipalityId, districtId, n);
    houses.push(house);
    staff[house.id] = await addStaff(town, house.id, n);
  }
  return {
    ...{ today, houses, staff, protocolId: jump!.id },
    moduleId: await town.insert('modules', { title: 'Balancieren', ...kind }),
    coordinator: await town.person('Koordination', [['coordinator', { municipalityId }]]),
    trainingIds: await addTrainings(town, municipalityId, today, supply.trainings),
  };
}

interface Site {
  db: pg.Client;
  town: Town;
  today: CalendarDate;
  supply: Supply;
}

async function addHouse(site: Site, ...place: [string, string, number]): Promise<BusyHouse> {
  const [municipalityId, districtId, n] = place;
  const { town, today } = site;
  const id = await town.house(municipalityId, districtId, `Kita ${n}`);
  await town.participation(id, addDays(today, -500));
  const groupId = await town.group(id, 'Bären', 30, { schoolYear: schoolYearOf(today) });
  return {
    ...{ id, groupId },
    educator: await town.person(`Fachkraft${n}`, [['educator', { institutionId: id }]]),
    lead: await town.person(`Leitung${n}`, [['institution_lead', { institutionId: id }]]),
    ...(await addTestDay(site, id, groupId)),
  };
}

async function addTestDay(
  { db, town, today, supply }: Site,
  institutionId: string,
  groupId: string,
): Promise<Pick<BusyHouse, 'testDayId' | 'openTries'>> {
  const [battery] = await rowsOf<{ id: string }>(
    db,
    `select id from test_batteries where code = 'KITA-MOT' order by version desc limit 1`,
  );
  const day = { institutionId, batteryId: battery!.id, wave: 'entry', heldOn: today };
  const testDayId = await town.insert('test_days', day);
  await db.query('insert into test_day_groups (institution_id, test_day_id, group_id) values ($1, $2, $3)', [
    institutionId,
    testDayId,
    groupId,
  ]);
  const openTries: BusyHouse['openTries'] = [];
  for (let n = 0; n < supply.children; n += 1) {
    const birthMonth = `${Number(today.slice(0, 4)) - 5}-01-01`;
    const child = { institutionId, code: codeOf(n), groupId, birthMonth, sex: 'female' };
    const childId = await town.insert('children', child);
    await town.insert('consents', { institutionId, childId, givenOn: addDays(today, -100) });
    openTries.push({ childId, number: 1 }, { childId, number: 2 });
  }
  return { testDayId, openTries };
}

async function addStaff(town: Town, institutionId: string, house: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 1; n <= STAFF_PER_HOUSE; n += 1) {
    const name = `Fachkraft ${house}-${n}`;
    const email = `fachkraft-${house}-${n}@example.org`;
    const id = await town.insert('staff_members', { institutionId, name, email, function: 'educator' });
    await town.insert('staff_positions', { institutionId, staffMemberId: id });
    ids.push(id);
  }
  return ids;
}

async function addTrainings(
  town: Town,
  municipalityId: string,
  today: CalendarDate,
  count: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const open = { title: `Fortbildung ${n}`, focusArea: 'active_learning', state: 'open', capacity: SEATS };
    const trainingId = await town.insert('trainings', { municipalityId, ...open });
    const times = { startsAt: '09:00', endsAt: '16:00', breakMinutes: 60 };
    await town.insert('training_sessions', { trainingId, heldOn: addDays(today, 10 + n), ...times });
    ids.push(trainingId);
  }
  return ids;
}

function codeOf(number: number): string {
  let [rest, code] = [number, ''];
  for (let i = 0; i < 5; i += 1) {
    code += SIGNS.charAt(rest % SIGNS.length);
    rest = Math.floor(rest / SIGNS.length);
  }
  return code;
}
