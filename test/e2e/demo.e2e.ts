import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SIGN_INS } from '../../src/demo/sign-ins.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { load } from '../support/outside.js';

const { loadDemo } = await load<typeof import('../../src/demo/load-demo.js')>('demo/load-demo.js');

const PASSWORD = 'vier bunte Bälle im Netz';
const PUBLIC_URL = 'http://localhost:3150';
const TABLES = [
  'municipalities',
  'districts',
  'institutions',
  'groups',
  'accounts',
  'credentials',
  'account_roles',
  'participations',
  'participation_steps',
  'closing_days',
  'institution_contacts',
  'targets',
  'coach_assignments',
  'activities',
  'modules',
  'module_bookings',
  'coach_contacts',
  'staff_members',
  'staff_positions',
  'trainings',
  'training_sessions',
  'training_registrations',
  'training_attendances',
  'certificates',
  'audit_events',
];

let database: FreshDatabase;
let app: TestApp;
/** Above all policies, to look at every row. */
let rows: pg.Client;
const told: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  rows = new pg.Client(database.superuser);
  await rows.connect();
  app = await startApp(database.runtime, { publicUrl: PUBLIC_URL, poolSize: 4, demo: true });
  // Loaded on 22 November 2026 at 0:30 in Berlin: in UTC it is still the day before.
  app.clock.standAt('2026-11-21T23:30:00Z');
  await loadDemo(app.app, PASSWORD, (line) => told.push(line));
  app.clock.standAt(null);
});

afterAll(async () => {
  await app.close();
  await rows.end();
  await database.drop();
});

/** The one value of the one row, as a number. */
async function number(sql: string): Promise<number> {
  const { rows: found } = await rows.query<{ value: string }>(`select (${sql})::float8 as value`);
  return Number(found[0]!.value);
}

function signIn(email: string, password: string): Promise<Answer> {
  return app.client().post('/api/session', { email, password });
}

async function fingerprints(): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of TABLES) {
    const { rows: found } = await rows.query<{ print: string }>(
      `select count(*) || ' ' || md5(string_agg(t::text, '' order by t::text)) as print from ${table} t`,
    );
    prints[table] = found[0]!.print;
  }
  return prints;
}

describe('the demo city', () => {
  it('has the houses that the programme knows, and those that take part', async () => {
    const { rows: houses } = await rows.query(`
      select i.kind, count(distinct i.id)::int as total,
        count(*) filter (where p.status <> 'requested' and p.ended_on is null)::int as participating
      from institutions i left join participations p on p.institution_id = i.id group by i.kind order by i.kind`);
    expect(houses).toEqual([
      { kind: 'kita', total: 66, participating: 56 },
      { kind: 'school', total: 21, participating: 19 },
    ]);
    expect(await number('select count(*) from districts')).toBe(4);
  });

  it('has about 8,000 children in the houses that take part', async () => {
    const children = await number(`
      select sum(g.size) from groups g join participations p on p.institution_id = g.institution_id
      where g.school_year = 2026 and p.status <> 'requested' and p.ended_on is null`);
    expect(children).toBeGreaterThan(7_600);
    expect(children).toBeLessThan(8_400);
  });

  it('has activities of two school years and the running one, up to today in Berlin', async () => {
    expect(await number('select count(*) from activities')).toBeGreaterThan(20_000);
    const { rows: span } = await rows.query(`
      select min(held_on)::text as first, max(held_on)::text as last, max(created_at) <= '2026-11-22 23:59 Europe/Berlin' as noted
      from activities`);
    expect(span).toEqual([{ first: '2024-09-02', last: '2026-11-20', noted: true }]);
  });

  it('rests on weekends and in the holidays', async () => {
    expect(await number('select count(*) from activities where extract(isodow from held_on) > 5')).toBe(0);
    const inHolidays = (kind: string): Promise<number> =>
      number(`
        select count(*) from activities a join institutions i on i.id = a.institution_id
        join school_holidays h on h.state = 'NW' and a.held_on between h.first_day and h.last_day where i.kind = '${kind}'`);
    expect(await inHolidays('school')).toBe(0);
    expect(await inHolidays('kita')).toBeLessThan(0.03 * (await number('select count(*) from activities')));
  });

  it('has a few houses that have gone quiet', async () => {
    const quiet = await number(`
      select count(*) from participations p
      where p.status = 'active' and '2026-10-10' >
        (select max(a.held_on) from activities a where a.institution_id = p.institution_id)`);
    expect(quiet).toBeGreaterThanOrEqual(5);
    expect(quiet).toBeLessThanOrEqual(10);
  });

  it('keeps the rules of an activity that no constraint knows', async () => {
    const broken = await number(`
      select count(*) from activities a
      join groups g on (g.institution_id, g.id) = (a.institution_id, a.group_id)
      where a.children_present > g.size
        or not exists (select from participations p where p.institution_id = a.institution_id
          and a.held_on >= p.started_on and (p.ended_on is null or a.held_on <= p.ended_on))
        or g.school_year <> extract(year from a.held_on - interval '7 months')
        or a.created_at < a.held_on::timestamp at time zone 'Europe/Berlin'
        or not exists (select from account_roles r
          where (r.account_id, r.institution_id, r.role) = (a.author_id, a.institution_id, 'educator'))`);
    expect(broken).toBe(0);
  });

  it('has forty trainings whose counts are those of their registrations, and certificates of the last ones', async () => {
    expect(await number('select count(*) from trainings')).toBe(40);
    const wrong = await number(`
      select count(*) from trainings t where array[t.confirmed, t.waiting, t.arrivals] is distinct from (
        select array[(count(*) filter (where r.state = 'confirmed'))::int, (count(*) filter (where r.state = 'waiting'))::int,
          coalesce(max(r.arrival), 0)]
        from training_registrations r where r.training_id = t.id)`);
    expect(wrong).toBe(0);
    expect(await number('select count(distinct training_id) from certificates')).toBe(12);
    const fachkraft = `select count(*) from certificates where facts ->> 'personName' = 'Mira Sommerwind'`;
    expect(await number(fachkraft)).toBeGreaterThan(0);
  });

  it('leaves one entry about itself in the audit trail', async () => {
    const { rows: events } = await rows.query(
      `select e.action, e.object_type, e.actor_id, m.name from audit_events e join municipalities m on m.id = e.object_id`,
    );
    expect(events).toEqual([
      { action: 'demo.load', object_type: 'municipality', actor_id: null, name: 'Herne' },
    ]);
  });

  it.each(SIGN_INS)('lets $email sign in, and nobody without a password', async ({ email, role, name }) => {
    const response = await signIn(email, PASSWORD);
    expect(response.status).toBe(201);
    const session = response.json as unknown as { account: { name: string }; roles: { role: string }[] };
    expect(session.account.name).toBe(name);
    expect(session.roles.map((held) => held.role)).toEqual([role]);
    expect(await number('select count(*) from credentials')).toBe(SIGN_INS.length);
  });
});

describe('loading it again', () => {
  it('changes nothing', async () => {
    const before = await fingerprints();
    const lines = told.length;
    await loadDemo(app.app, PASSWORD, (line) => told.push(line));
    expect(await fingerprints()).toEqual(before);
    expect(told).toHaveLength(lines);
  });

  it('with another password only changes the password, and signs everybody out', async () => {
    const { credentials: _hashesBefore, ...others } = await fingerprints();
    await loadDemo(app.app, `${PASSWORD} und zwei Reifen`, (line) => told.push(line));
    const { credentials: _hashesAfter, ...now } = await fingerprints();
    expect(now).toEqual(others);
    expect(await number('select count(*) from sessions')).toBe(0);
    expect((await signIn('coach@demo.invalid', PASSWORD)).status).toBe(401);
    expect((await signIn('coach@demo.invalid', `${PASSWORD} und zwei Reifen`)).status).toBe(201);
  });
});
