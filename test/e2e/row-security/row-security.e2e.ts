import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { bindScope } from '../../../src/database/database.js';
import { buildCity, type City, type PersonKey } from '../../support/city.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { connect, rowsOf } from '../../support/rows.js';
import { actorOf, ASKERS, settingsOf } from '../../support/askers.js';
import { TABLES } from './expectations.js';
import { addHiddenRows } from './more-rows.js';
import { columnRights, Probe, storedRows, VERBS } from './probe.js';

/*
 * Row-level security with the guard switched off: straight at PostgreSQL, as the role that the application uses.
 */

let database: FreshDatabase;
let superuser: pg.Client;
let runtime: pg.Client;
let city: City;
let probe: Probe;

beforeAll(async () => {
  database = await freshDatabase();
  superuser = await connect(database.superuser);
  runtime = await connect(database.runtime);
  city = await buildCity(superuser);
  await addHiddenRows(superuser, city);
  probe = new Probe(runtime, city, await storedRows(superuser));
});

afterAll(async () => {
  await runtime.end();
  await superuser.end();
  await database.drop();
});

test('every table is known, and none of it is empty', async () => {
  const stored = await storedRows(superuser);
  expect([...stored.keys()].sort()).toEqual(Object.keys(TABLES).sort());
  expect([...stored].filter(([, rows]) => rows.length === 0)).toEqual([]);
});

test('rights are given for whole tables, never for a column alone', async () => {
  expect(await columnRights(superuser)).toEqual([]);
});

describe.each(Object.keys(TABLES))('%s', (table) => {
  test.each(VERBS)('%s reaches exactly the rows it should', async (verb) => {
    await runtime.query('begin');
    try {
      expect(await probe.reached(table, verb)).toEqual(probe.expected(table, verb));
    } finally {
      await runtime.query('rollback');
    }
  });
});

describe('the scope of a connection', () => {
  test('ends with its transaction: the next one sees nothing', async () => {
    const educator = ASKERS.find(({ name }) => name === 'educator')!;
    await runtime.query('begin');
    await bindScope(runtime, settingsOf(educator, city));
    expect(await rowsOf(runtime, 'select from activities')).toHaveLength(1);
    await runtime.query('commit');
    for (const table of ['activities', 'institutions', 'groups', 'accounts', 'sessions', 'participations']) {
      expect(await rowsOf(runtime, `select from ${table}`)).toEqual([]);
    }
  });

  test.each(ASKERS.filter(({ self }) => self !== null))(
    'of $name is what their session opens',
    async (asker) => {
      const { token, session } = { token: city.people[asker.self!].token, session: settingsOf(asker, city) };
      const [row] = await rowsOf<Record<string, unknown>>(
        runtime,
        `select account_id, educator_houses, lead_houses, coach_houses, municipalities, programme_lead, administrator
       from app_authenticate_session(encode(sha256($1::bytea), 'hex'), $2)`,
        [token, session['today']],
      );
      const actor = actorOf(asker, city);
      expect(row).toEqual({
        account_id: actor.accountId,
        educator_houses: actor.educatorHouses,
        lead_houses: actor.leadHouses,
        coach_houses: actor.coachHouses,
        municipalities: actor.municipalities,
        programme_lead: actor.programmeLead,
        administrator: actor.administrator,
      });
    },
  );

  test.each(['disabled', 'expired'] as const)('of a session whose owner is %s is none', async (key) => {
    const rows = await rowsOf(
      runtime,
      `select from app_authenticate_session(encode(sha256($1::bytea), 'hex'), $2)`,
      [city.people[key].token, city.today],
    );
    expect(rows).toEqual([]);
  });
});

/** Own rows that somebody tries to push into a place, or to a person, that is not theirs. */
const MOVES: [asker: string, sql: (city: City) => string][] = [
  ['coordinator', ({ distantMunicipalityId: to }) => `update institutions set municipality_id = '${to}'`],
  ['coordinator', ({ distantMunicipalityId: to }) => `update districts set municipality_id = '${to}'`],
  ['coordinator', ({ houses }) => `update groups set institution_id = '${houses.distant.id}'`],
  ['coordinator', ({ houses }) => `update participations set institution_id = '${houses.distant.id}'`],
  ['coordinator', ({ houses }) => `update coach_assignments set institution_id = '${houses.distant.id}'`],
  ['coordinator', ({ people }) => `update invitations set invited_by = '${people.lead.id}'`],
  ['lead', ({ houses }) => `update groups set institution_id = '${houses.school.id}'`],
  ['lead', ({ houses }) => `update activities set institution_id = '${houses.school.id}'`],
  ['educator', ({ houses }) => `update activities set institution_id = '${houses.school.id}'`],
  ['educator', ({ people }) => `update activities set author_id = '${people.colleague.id}'`],
  ['educator', ({ houses }) => `update children set institution_id = '${houses.school.id}'`],
  ['lead', ({ houses }) => `update consents set institution_id = '${houses.school.id}'`],
  ['lead', ({ houses }) => `update child_transfers set institution_id = '${houses.school.id}'`],
  ['educator', ({ people }) => `update sessions set account_id = '${people.lead.id}'`],
  ['educator', ({ people }) => `update credentials set account_id = '${people.lead.id}'`],
];

test.each(MOVES)('%s cannot move rows away: %#', async (name, sql) => {
  await runtime.query('begin');
  await bindScope(
    runtime,
    settingsOf(
      ASKERS.find((asker) => asker.name === name)!,
      city,
    ),
  );
  await expect(runtime.query(sql(city))).rejects.toThrow(/violates row-level security policy/);
  await runtime.query('rollback');
});

describe('the name of somebody from another house', () => {
  const positionOf = (member: PersonKey): string =>
    `insert into staff_positions (institution_id, id, staff_member_id)
     values ('${city.houses.kita.id}', gen_random_uuid(), '${city.people[member].id}')`;

  test.each<[string, () => string]>([
    ['making a position in the own house', () => positionOf('schoolEducator')],
    [
      'making one and reading in the same statement',
      () => `with made as (${positionOf('distantEducator')} returning staff_member_id)
        select s.name from staff_members s join made m on m.staff_member_id = s.id`,
    ],
    [
      'pointing an own position at them',
      () => `update staff_positions set staff_member_id = '${city.people.schoolEducator.id}'
        where staff_member_id = '${city.people.colleague.id}'`,
    ],
    [
      'making it among good ones',
      () => `insert into staff_positions (institution_id, id, staff_member_id, until)
        select '${city.houses.kita.id}'::uuid, gen_random_uuid(), s.id, app_today() from staff_members s
        union all select '${city.houses.kita.id}', gen_random_uuid(), '${city.people.schoolEducator.id}', app_today()`,
    ],
  ])('is not to be had by %s', async (_, sql) => {
    await runtime.query('begin');
    await bindScope(
      runtime,
      settingsOf(
        ASKERS.find(({ name }) => name === 'lead')!,
        city,
      ),
    );
    await expect(runtime.query(sql())).rejects.toThrow(/violates row-level security policy/);
    await runtime.query('rollback');
  });
});

/** What would take the scope away altogether. */
const ESCAPES = [
  'alter table activities disable row level security',
  'alter table activities no force row level security',
  'drop policy activities_read on activities',
  'create policy mine on activities for select using (true)',
  'create table mine (id int)',
  'set role olympia_owner',
  'alter role olympia_app bypassrls',
  'truncate audit_events',
  "update audit_events set action = 'nothing'",
  'delete from audit_events',
  "insert into audit_chains (chain) values ('00000000-0000-0000-0000-000000000001')",
  'update audit_chains set length = 0',
  'delete from audit_chains',
  'alter table audit_events disable trigger audit_events_seal',
  'alter function app_houses() owner to olympia_app',
  'create or replace function app_administrator() returns boolean language sql return true',
  "copy activities to program 'cat'",
];

test.each(ESCAPES)('the runtime role cannot: %s', async (sql) => {
  await expect(runtime.query(sql)).rejects.toMatchObject({ code: '42501' });
});

test('switching row security off makes queries fail instead of showing everything', async () => {
  await runtime.query('begin');
  await runtime.query('set local row_security = off');
  await expect(runtime.query('select * from activities')).rejects.toMatchObject({ code: '42501' });
  await runtime.query('rollback');
});

test('the seal of the audit trail cannot be forged by who writes it', async () => {
  const chain = city.houses.school.id;
  await runtime.query('begin');
  await runtime.query(
    `insert into audit_events (chain, seq, at, action, object_type, previous, hash)
     values ($1, 99, '2000-01-01', 'forged', 'nothing', '\\x00', '\\x00')`,
    [chain],
  );
  await runtime.query('commit');
  const [event] = await rowsOf<{ seq: string; recent: boolean; sealed: boolean; first: boolean }>(
    superuser,
    `select seq, at > now() - interval '1 minute' as recent, hash = audit_digest(e) as sealed, previous = '' as first
     from audit_events e where chain = $1`,
    [chain],
  );
  expect(event).toEqual({ seq: '1', recent: true, sealed: true, first: true });
});
