import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { addDays } from '../../src/kernel/calendar/calendar-date.js';
import { CANARY, type City, type HouseKey } from './city.js';
import { insertRow } from './rows.js';

/** Those of the city who are on the staff of a house; their record bears the account's id. */
export const STAFF = ['educator', 'colleague', 'schoolEducator', 'distantEducator'] as const;
export type StaffKey = (typeof STAFF)[number];

/** Where each of them works; the same house keeps the record. */
export const STAFF_HOUSES: Record<StaffKey, HouseKey> = {
  educator: 'kita',
  colleague: 'kita',
  schoolEducator: 'school',
  distantEducator: 'distant',
};

export interface TrainingRows {
  /** Without an account: kept by the school, works in the kita as well. */
  floaterId: string;
  /** The positions of the staff, and the floater's in each house. */
  positions: Record<StaffKey, string> & { floaterSchool: string; floaterKita: string };
  /** Open ones bear the municipality's id, drafts their coordinator's. */
  open: { own: string; distant: string };
  drafts: { own: string; distant: string };
  /** Of the own municipality; bears a district's id. */
  closedId: string;
  /** Confirmed ones on the open training of their town. */
  registrations: { educator: string; floater: string; distantEducator: string };
}

/** Staff, trainings and registrations for the city; each name is a canary. */
export async function addTrainingRows(db: pg.Client, city: City): Promise<TrainingRows> {
  const staff = await addStaff(db, city);
  const open = { own: city.municipalityId, distant: city.distantMunicipalityId };
  const { coordinator, distantCoordinator } = city.people;
  const drafts = { own: coordinator.id, distant: distantCoordinator.id };
  for (const town of ['own', 'distant'] as const) {
    await addTraining(db, city, { id: open[town], municipalityId: open[town], state: 'open' });
    await addTraining(db, city, { id: drafts[town], municipalityId: open[town], state: 'draft' });
  }
  const closedId = city.districtIds[0];
  await addTraining(db, city, { id: closedId, municipalityId: open.own, state: 'closed' });
  const { kita, school, distant } = city.houses;
  const { educator, distantEducator } = city.people;
  return {
    ...{ ...staff, open, drafts, closedId },
    registrations: {
      educator: await register(db, open.own, kita.id, educator.id, 1),
      floater: await register(db, open.own, school.id, staff.floaterId, 2),
      distantEducator: await register(db, open.distant, distant.id, distantEducator.id, 1),
    },
  };
}

async function addStaff(
  db: pg.Client,
  { houses, people }: City,
): Promise<Pick<TrainingRows, 'floaterId' | 'positions'>> {
  const positions: Partial<TrainingRows['positions']> = {};
  for (const key of STAFF) {
    const { id } = people[key];
    const institutionId = houses[STAFF_HOUSES[key]].id;
    await addMember(db, { id, institutionId, accountId: id, name: `${CANARY}-FACHKRAFT-${key}` });
    positions[key] = await addPosition(db, institutionId, id);
  }
  const floaterId = randomUUID();
  const name = `${CANARY}-FACHKRAFT-floater`;
  await addMember(db, { id: floaterId, institutionId: houses.school.id, name });
  positions.floaterSchool = await addPosition(db, houses.school.id, floaterId);
  positions.floaterKita = await addPosition(db, houses.kita.id, floaterId);
  return { floaterId, positions: positions as TrainingRows['positions'] };
}

function addMember(db: pg.Client, values: Record<string, unknown>): Promise<void> {
  return insertRow(db, 'staff_members', { function: 'educator', ...values });
}

async function addPosition(db: pg.Client, institutionId: string, staffMemberId: string): Promise<string> {
  const id = randomUUID();
  await insertRow(db, 'staff_positions', { institutionId, id, staffMemberId });
  return id;
}

async function addTraining(
  db: pg.Client,
  { today, moduleId }: City,
  { id, ...values }: { id: string; municipalityId: string; state: string },
): Promise<void> {
  const rest = { title: 'Bewegte Pause', focusArea: 'active_learning', capacity: 20 };
  await insertRow(db, 'trainings', { id, ...values, ...rest, arrivals: 2 });
  await insertRow(db, 'training_modules', { trainingId: id, moduleId });
  // Soon, and nearly empty.
  const times = { heldOn: addDays(today, 12), startsAt: '09:00', endsAt: '16:00', breakMinutes: 60 };
  await insertRow(db, 'training_sessions', { id: randomUUID(), trainingId: id, ...times });
}

async function register(
  db: pg.Client,
  ...[trainingId, institutionId, staffMemberId, arrival]: [string, string, string, number]
): Promise<string> {
  // Bears the person's id, so that what hangs on it tells whose it is.
  const id = staffMemberId;
  const values = { institutionId, trainingId, staffMemberId, state: 'confirmed', arrival };
  await insertRow(db, 'training_registrations', { id, ...values });
  return id;
}
