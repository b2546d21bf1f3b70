import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { addDays, calendarDate, type CalendarDate } from '../../src/kernel/calendar/calendar-date.js';
import { CANARY, type HouseKey, type PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { insertRow } from '../support/rows.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let moduleId: string;

beforeAll(async () => {
  stage = await Stage.open();
  moduleId = randomUUID();
  await insertRow(stage.db, 'modules', {
    ...{ id: moduleId, focusArea: 'active_learning', audience: 'children', format: 'workshop' },
    ...{ title: 'Kleine Spiele; groß, bunt', usualMinutes: 90 },
  });
});
beforeEach(async () => {
  await stage.db.query(
    'delete from training_registrations; delete from trainings; delete from staff_members; delete from module_bookings; delete from coach_contacts; delete from calendar_feeds',
  );
});
afterAll(() => stage.close());

interface Entry {
  title: string;
  place: string | null;
  status: string;
  /** UTC, or a day. */
  start: string;
  end: string;
  sequence: number;
  uid: string;
}

async function linkOf(person: PersonKey): Promise<string> {
  const answer = await stage.as(person).post('/api/calendar-feed');
  expect(answer.status).toBe(200);
  return answer.field('link').replace(stage.app.settings.publicUrl, '');
}

/** As a calendar program fetches it: without a cookie. */
const fetched = (path: string): Promise<Answer> => stage.app.client().get(path);

async function entriesOf(person: PersonKey): Promise<Entry[]> {
  const answer = await fetched(await linkOf(person));
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  return parsed(answer.text);
}

function parsed(text: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      ...{ title: event.summary, place: event.location || null, uid: event.uid, sequence: event.sequence },
      status: String(component.getFirstPropertyValue('status')),
      ...{ start: event.startDate.toString(), end: event.endDate.toString() },
    };
  });
}

const house = (key: HouseKey): string => stage.city.houses[key].id;

async function book(key: HouseKey, row: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  await insertRow(stage.db, 'module_bookings', { institutionId: house(key), id, moduleId, ...row });
  return id;
}

async function training(
  days: [day: CalendarDate, startsAt: string, endsAt: string][],
  row: object = {},
): Promise<string> {
  const id = randomUUID();
  const { municipalityId } = stage.city;
  const words = { title: 'Bewegte Pause', focusArea: 'active_learning', place: 'Turnhalle' };
  await insertRow(stage.db, 'trainings', {
    id,
    municipalityId,
    capacity: 20,
    ...words,
    state: 'open',
    ...row,
  });
  for (const [heldOn, startsAt, endsAt] of days) {
    await insertRow(stage.db, 'training_sessions', {
      id: randomUUID(),
      trainingId: id,
      heldOn,
      startsAt,
      endsAt,
    });
  }
  return id;
}

async function register(trainingId: string, person: PersonKey, state: string): Promise<void> {
  const [institutionId, memberId] = [house('kita'), randomUUID()];
  const { id: accountId, name } = stage.city.people[person];
  const member = { id: memberId, name, function: 'educator', accountId };
  await insertRow(stage.db, 'staff_members', { institutionId, ...member });
  const registration = { trainingId, staffMemberId: memberId, state, arrival: 1 };
  await insertRow(stage.db, 'training_registrations', { institutionId, id: randomUUID(), ...registration });
}

describe('the address', () => {
  test('is secret, shown once, and only its hash is kept', async () => {
    const link = await linkOf('educator');
    expect(link).toMatch(/^\/api\/calendar\/[\w-]{43}\.ics$/);
    const state = (await stage.as('educator').get('/api/calendar-feed')).json;
    expect(state).toEqual({ active: true, createdAt: expect.any(String), lastUsedAt: null });
    const [row] = (await stage.db.query<{ whole: string }>('select f::text as whole from calendar_feeds f'))
      .rows;
    expect(row!.whole).not.toContain(link.slice(14, 57));
    await fetched(link);
    expect((await stage.as('educator').get('/api/calendar-feed')).json['lastUsedAt']).not.toBeNull();
  });

  test('is good no longer once there is a new one, or none', async () => {
    const [first, second] = [await linkOf('educator'), await linkOf('educator')];
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
    expect((await stage.as('educator').delete('/api/calendar-feed')).status).toBe(204);
    expect((await fetched(second)).status).toBe(404);
    expect((await stage.as('educator').get('/api/calendar-feed')).json['active']).toBe(false);
    expect((await stage.as('educator').delete('/api/calendar-feed')).status).toBe(404);
  });

  test.each([
    ['disabled', `update accounts set disabled_at = now() where id = $1`],
    ['without a role', `delete from account_roles where account_id = $1`],
  ])('leads nowhere once the person is %s', async (_, change) => {
    const link = await linkOf('schoolLead');
    expect((await fetched(link)).status).toBe(200);
    await stage.db.query(change, [stage.city.people.schoolLead.id]);
    const wrong = await fetched(`/api/calendar/${'A'.repeat(43)}.ics`);
    const gone = await fetched(link);
    expect([gone.status, wrong.status]).toEqual([404, 404]);
    await stage.db.query('update accounts set disabled_at = null where id = $1', [
      stage.city.people.schoolLead.id,
    ]);
  });

  test.each(['x', '.ics', 'A'.repeat(43), `${'A'.repeat(44)}.ics`, `${'A'.repeat(42)}%00.ics`])(
    'that is none (%s) leads nowhere',
    async (file) => {
      expect([400, 404]).toContain((await fetched(`/api/calendar/${file}`)).status);
    },
  );
});

describe('a coach', () => {
  const soon = (): CalendarDate => addDays(stage.city.today, 10);

  test('finds the modules and talks of the coached houses, and those that fall out, without what they are about', async () => {
    const id = await book('kita', {
      state: 'planned',
      plannedOn: soon(),
      plannedStart: '09:30',
      remarks: 'geheim',
    });
    await book('kita', { state: 'planned', plannedOn: addDays(soon(), 1) });
    const off = { cancelledOn: stage.city.today, cancelReason: 'geheim' };
    await book('kita', { state: 'cancelled', plannedOn: addDays(soon(), 2), ...off });
    await book('kita', { state: 'wished' });
    await book('school', { state: 'planned', plannedOn: soon() });
    await insertRow(stage.db, 'coach_contacts', {
      ...{ institutionId: house('kita'), id: randomUUID(), coachId: stage.city.people.coach.id },
      ...{ state: 'planned', way: 'phone', heldOn: addDays(soon(), 3), startsAt: '14:00', topics: 'geheim' },
    });
    const entries = await entriesOf('coach');
    const { name } = stage.city.houses.kita;
    expect(entries.map(({ title, place, status }) => [title, place, status])).toEqual([
      ['Modul: Kleine Spiele; groß, bunt', name, 'CONFIRMED'],
      ['Modul: Kleine Spiele; groß, bunt', name, 'CONFIRMED'],
      ['Fällt aus: Modul: Kleine Spiele; groß, bunt', name, 'CANCELLED'],
      ['Beratung', name, 'CONFIRMED'],
    ]);
    expect(entries[0]!.uid).toBe(`modul-${id}@localhost`);
    // Without a clock time it is the whole day, until the next.
    expect([entries[1]!.start, entries[1]!.end]).toEqual([addDays(soon(), 1), addDays(soon(), 2)]);
    expect((await fetched(await linkOf('coach'))).text).not.toContain('geheim');
  });

  test('finds the same entry changed, not another one', async () => {
    const id = await book('kita', { state: 'planned', plannedOn: soon() });
    const [before] = await entriesOf('coach');
    await stage.db.query(
      'update module_bookings set planned_on = planned_on + 1, version = version + 1 where id = $1',
      [id],
    );
    const [after] = await entriesOf('coach');
    expect(after!.uid).toBe(before!.uid);
    expect(after!.sequence).toBeGreaterThan(before!.sequence);
    expect(after!.start).toBe(addDays(soon(), 1));
  });

  test('finds nothing of a house coached by somebody else now', async () => {
    await book('kita', { state: 'planned', plannedOn: soon() });
    expect(await entriesOf('formerCoach')).toEqual([]);
  });
});

describe('trainings', () => {
  test('are in the calendar of those who are registered, as they stand', async () => {
    const day = addDays(stage.city.today, 20);
    await register(await training([[day, '09:00', '12:30']]), 'educator', 'confirmed');
    await register(await training([[day, '09:00', '12:30']]), 'colleague', 'waiting');
    await register(await training([[day, '09:00', '12:30']]), 'lead', 'withdrawn');
    const seen = async (person: PersonKey): Promise<string[][]> =>
      (await entriesOf(person)).map(({ title, status }) => [title, status]);
    expect(await seen('educator')).toEqual([['Fortbildung: Bewegte Pause', 'CONFIRMED']]);
    expect(await seen('colleague')).toEqual([['Warteliste: Fortbildung: Bewegte Pause', 'TENTATIVE']]);
    expect(await seen('lead')).toEqual([['Fällt aus: Fortbildung: Bewegte Pause', 'CANCELLED']]);
    expect(await seen('schoolEducator')).toEqual([]);
  });

  test('are all in the coordinator’s, except drafts and those of another city, and cancelled ones say so', async () => {
    const day = addDays(stage.city.today, 20);
    await training([[day, '09:00', '12:30']]);
    await training([[addDays(day, 1), '09:00', '12:30']], { state: 'cancelled', cancelReason: 'krank' });
    await training([[day, '09:00', '12:30']], { state: 'draft' });
    await training([[day, '09:00', '12:30']], { municipalityId: stage.city.distantMunicipalityId });
    expect((await entriesOf('coordinator')).map(({ status }) => status)).toEqual(['CONFIRMED', 'CANCELLED']);
  });

  test('are at the right hour before and after the clocks change', async () => {
    stage.app.clock.standAt('2027-03-01T10:00:00Z');
    const [winter, summer] = [calendarDate('2027-03-27'), calendarDate('2027-03-29')];
    await training([
      [winter, '09:00', '10:30'],
      [summer, '09:00', '10:30'],
    ]);
    const entries = await entriesOf('coordinator');
    expect(entries.map(({ start, end }) => [start, end])).toEqual([
      ['2027-03-27T08:00:00Z', '2027-03-27T09:30:00Z'],
      ['2027-03-29T07:00:00Z', '2027-03-29T08:30:00Z'],
    ]);
    stage.app.clock.standAt(null);
  });
});

test('a calendar names nobody', async () => {
  const day = addDays(stage.city.today, 20);
  await register(await training([[day, '09:00', '12:30']]), 'educator', 'confirmed');
  await book('kita', { state: 'planned', plannedOn: day });
  for (const person of ['educator', 'coach', 'coordinator'] as const) {
    expect((await fetched(await linkOf(person))).text).not.toContain(`${CANARY}-PERSON`);
  }
});
