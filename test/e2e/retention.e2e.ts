import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, calendarDate } from '../../src/kernel/calendar/calendar-date.js';
import { load } from '../support/outside.js';
import { insertRow, rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

/*
 * Each rule at its boundary: on the last day nothing goes, on the day after it goes, and again nothing. Everything happens before any real
 * day of the rest of the city.
 */

let stage: Stage;
let groupId: string;
const house = (): string => stage.city.houses.kita.id;

beforeAll(async () => {
  stage = await Stage.open();
  groupId = await group(2015);
});
afterAll(() => stage.close());

/** Carries out the run as if it were the day, at four in the morning. */
async function runOn(day: string): Promise<Record<string, number | string>> {
  const { RetentionRun } = await load<typeof import('../../src/governance/retention/retention-run.js')>(
    'governance/retention/retention-run.js',
  );
  stage.app.clock.standAt(`${day}T03:00:00Z`);
  try {
    return await stage.app.app.get(RetentionRun, { strict: false }).run();
  } finally {
    stage.app.clock.standAt(null);
  }
}

async function group(schoolYear: number): Promise<string> {
  const id = randomUUID();
  await insertRow(stage.db, 'groups', {
    institutionId: house(),
    id,
    name: `Alte ${schoolYear}`,
    schoolYear,
    size: 20,
  });
  return id;
}

async function insert(table: string, row: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  await insertRow(stage.db, table, { id, ...row });
  return id;
}

const inHouse = (table: string, row: Record<string, unknown>): Promise<string> =>
  insert(table, { institutionId: house(), ...row });

async function isThere(table: string, id: string): Promise<boolean> {
  return (await rowsOf(stage.db, `select from ${table} where id = $1`, [id])).length > 0;
}

async function child(over: Record<string, unknown> = {}): Promise<string> {
  const code = Array.from({ length: 5 }, () => 'CDFGHJKMNP'[Math.floor(Math.random() * 10)]).join('');
  return inHouse('children', { code, groupId, createdAt: '2015-09-01T10:00:00Z', ...over });
}

async function testOn(heldOn: string, childId: string): Promise<{ day: string; test: string }> {
  const [battery] = await rowsOf<{ id: string }>(stage.db, 'select id from test_batteries limit 1');
  await inHouse('consents', { childId, givenOn: '2015-08-01' });
  const day = await inHouse('test_days', { batteryId: battery!.id, wave: 'entry', heldOn });
  const test = await inHouse('assessments', { testDayId: day, testedOn: heldOn, childId, groupId });
  return { day, test };
}

const noon = (day: string): string => `${day}T11:00:00Z`;

interface Boundary {
  rule: string;
  table: string;
  make: () => Promise<string>;
  /** The last day on which it is kept. */
  last: string;
}

const activity =
  (over: object): (() => Promise<string>) =>
  () =>
    inHouse('activities', {
      ...{ groupId, authorId: stage.city.people.educator.id, focusArea: 'active_learning' },
      ...{ heldOn: '2016-02-29', minutes: 30, childrenPresent: 5, ...over },
    });
const own = (row: object): Record<string, unknown> => ({ accountId: stage.city.people.educator.id, ...row });
const secret = (): { tokenHash: Buffer } => ({ tokenHash: Buffer.from(randomUUID()) });

const held = (row: object): Promise<string> =>
  inHouse('held_entries', {
    ...{ authorAccountId: stage.city.people.educator.id, kind: 'activity', recordId: randomUUID() },
    ...{ reason: 'clock', notedAt: noon('2016-01-09'), arrivedAt: noon('2016-01-10'), ...row },
  });

const BOUNDARIES: Boundary[] = [
  {
    ...{ rule: 'assessments', table: 'assessments', last: '2017-07-31' },
    make: async () => (await testOn('2015-09-10', await child())).test,
  },
  {
    ...{ rule: 'assessments', table: 'assessments', last: '2017-07-31' },
    make: async () => (await testOn('2016-07-31', await child())).test,
  },
  {
    ...{ rule: 'assessments', table: 'assessments', last: '2018-07-31' },
    make: async () => (await testOn('2016-08-01', await child())).test,
  },
  {
    ...{ rule: 'test_days', table: 'test_days', last: '2017-07-31' },
    make: async () => (await testOn('2016-03-10', await child())).day,
  },
  { rule: 'children', table: 'children', last: '2017-07-31', make: () => child({ leftOn: '2016-05-01' }) },
  {
    ...{ rule: 'children', table: 'children', last: '2018-07-31' },
    make: async () => child({ groupId: await group(2016) }),
  },
  {
    ...{ rule: 'child_transfers', table: 'child_transfers', last: '2016-10-31' },
    make: async () =>
      inHouse('child_transfers', {
        ...{ childId: await child({ groupId: stage.city.houses.kita.groupId }) },
        ...{ codeHash: Buffer.from(randomUUID()), expiresOn: '2016-10-01' },
      }),
  },
  { rule: 'activities', table: 'activities', last: '2019-02-28', make: activity({}) },
  { rule: 'activities', table: 'activities', last: '2019-06-15', make: activity({ heldOn: '2016-06-15' }) },
  {
    ...{ rule: 'deleted_activities', table: 'activities', last: '2016-04-30' },
    make: activity({ deletedAt: '2016-03-31T21:30:00Z' }),
  },
  {
    ...{ rule: 'activity_reminders', table: 'activity_reminders', last: '2019-01-10' },
    make: () => inHouse('activity_reminders', { remindedOn: '2016-01-10', letters: 1 }),
  },
  {
    ...{ rule: 'held_entries', table: 'held_entries', last: '2017-02-13' },
    make: () => held({ body: {} }),
  },
  {
    ...{ rule: 'settled_entries', table: 'held_entries', last: '2016-02-09' },
    make: () => held({ settledAt: noon('2016-01-10'), outcome: 'discarded' }),
  },
  {
    ...{ rule: 'sealed_arrivals', table: 'sealed_arrivals', last: '2017-02-13' },
    make: () =>
      insert('sealed_arrivals', {
        ...{ authorAccountId: stage.city.people.educator.id, digest: Buffer.from('digest') },
        ...{ outcome: 'stored', arrivedAt: noon('2016-01-10') },
      }),
  },
  {
    ...{ rule: 'letters', table: 'mail_outbox', last: '2016-04-09' },
    make: () =>
      insert('mail_outbox', {
        ...{
          municipalityId: stage.city.municipalityId,
          kind: 'training_confirmed',
          letter: '{}',
          state: 'failed',
        },
        ...{ recipientAddress: 'x@example.org', createdAt: noon('2016-01-10') },
      }),
  },
  {
    ...{ rule: 'imports', table: 'imports', last: '2016-02-09' },
    make: () =>
      insert('imports', {
        ...{ municipalityId: stage.city.municipalityId, createdBy: stage.city.people.coordinator.id },
        ...{ kind: 'groups', encoding: 'utf-8', delimiter: ';', columns: '[]', rowCount: 0, totals: '{}' },
        ...{ createdAt: noon('2016-01-10'), expiresAt: noon('2016-01-11') },
      }),
  },
  {
    ...{ rule: 'sessions', table: 'sessions', last: '2016-01-10' },
    make: () =>
      insert(
        'sessions',
        own({ ...secret(), device: 'x', idleUntil: noon('2016-01-10'), expiresAt: noon('2016-02-10') }),
      ),
  },
  {
    ...{ rule: 'invitations', table: 'invitations', last: '2016-02-09' },
    make: () =>
      insert('invitations', {
        ...{ ...secret(), role: 'educator', institutionId: house(), expiresAt: noon('2016-01-10') },
      }),
  },
  {
    ...{ rule: 'password_resets', table: 'password_resets', last: '2016-02-09' },
    make: () => insert('password_resets', own({ ...secret(), expiresAt: noon('2016-01-10') })),
  },
  {
    ...{ rule: 'access_tokens', table: 'access_tokens', last: '2016-02-09' },
    make: () =>
      insert('access_tokens', own({ ...secret(), name: 'x', scopes: ['exports'], expiresOn: '2016-01-10' })),
  },
  {
    ...{ rule: 'maintenance_runs', table: 'maintenance_runs', last: '2017-01-10' },
    make: () =>
      insert('maintenance_runs', {
        ...{ kind: 'backup', startedAt: noon('2016-01-10'), endedAt: noon('2016-01-10'), outcome: 'ok' },
      }),
  },
];

describe('a row is kept for the whole of its last day, and gone on the next', () => {
  test.each(BOUNDARIES.map((boundary) => [`${boundary.rule} until ${boundary.last}`, boundary] as const))(
    '%s',
    async (_, { rule, table, make, last }) => {
      const id = await make();
      const next = addDays(calendarDate(last), 1);
      expect([0, 'up_to_7']).toContain((await runOn(last))[rule]);
      expect(await isThere(table, id)).toBe(true);
      const figures = await runOn(next);
      expect(await isThere(table, id)).toBe(false);
      expect(figures[rule]).not.toBe(0);
      const again = await runOn(next);
      expect(Object.values(again).filter((count) => typeof count === 'number' && count > 0)).toEqual([]);
    },
  );
});

test('every table has a rule or a reason to stay, every rule its words and its part in the run', async () => {
  const { TABLES, REASONS } = await load<typeof import('../../src/governance/retention/tables.js')>(
    'governance/retention/tables.js',
  );
  const { RULE_WORDS } = await load<typeof import('../../src/governance/retention/rule-words.de.js')>(
    'governance/retention/rule-words.de.js',
  );
  const rows = await rowsOf<{ name: string }>(
    stage.db,
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
  );
  expect(Object.keys(TABLES).toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  const rules = new Set(Object.values(TABLES).flatMap((entry) => ('rules' in entry ? entry.rules : [])));
  const stays = new Set(Object.values(TABLES).flatMap((entry) => ('stays' in entry ? [entry.stays] : [])));
  expect([...rules].toSorted()).toEqual(Object.keys(RULE_WORDS).toSorted());
  expect([...stays].toSorted()).toEqual(Object.keys(REASONS).toSorted());
  const { account_warnings: _, ...taken } = await runOn('2015-01-01');
  expect(Object.keys(taken).toSorted()).toEqual([...rules].toSorted());
});

describe('activities', () => {
  const sums = (): Promise<object[]> =>
    rowsOf(
      stage.db,
      `select week::text, activities, minutes, erased_activities from activity_weeks where institution_id = $1 and week < '2017-01-01' order by week`,
      [house()],
    );

  test('leave their sums behind, also when these are made anew', async () => {
    const before = await rowsOf<{ activities: number }>(
      stage.db,
      `select coalesce(sum(activities), 0)::int as activities from activity_weeks where week = '2016-06-01'`,
    );
    for (let i = 0; i < 3; i += 1) await activity({ heldOn: '2016-06-01' })();
    await runOn('2019-06-02');
    expect(await stage.count(`activities where held_on = '2016-06-01'`)).toBe(0);
    const kept = await sums();
    expect(kept).toContainEqual({
      ...{ week: '2016-06-01', activities: before[0]!.activities + 3 },
      ...{ minutes: (before[0]!.activities + 3) * 30, erased_activities: before[0]!.activities + 3 },
    });
    await stage.db.query('select rebuild_activity_sums()');
    expect(await sums()).toEqual(kept);
  });

  test('their ids are in the journal', async () => {
    const id = await activity({ heldOn: '2016-06-02' })();
    await runOn('2019-06-03');
    expect(
      await rowsOf(
        stage.db,
        'select object_type, reason, institution_id from erasures where object_id = $1',
        [id],
      ),
    ).toEqual([{ object_type: 'activity', reason: 'retention', institution_id: house() }]);
  });
});

test('what is said in a talk with the coach goes, and the figures stay', async () => {
  const said = { topics: 'Vertrauliches', nextStep: 'Anrufen', nextStepDue: '2016-02-01', minutes: 45 };
  const coachId = stage.city.people.coach.id;
  const id = await inHouse('coach_contacts', {
    coachId,
    state: 'held',
    way: 'phone',
    heldOn: '2016-01-10',
    ...said,
  });
  const read = async (): Promise<object> =>
    (
      await rowsOf(
        stage.db,
        'select topics, next_step, coach_id, minutes from coach_contacts where id = $1',
        [id],
      )
    )[0]!;
  await runOn('2019-01-10');
  expect(await read()).toMatchObject({ topics: 'Vertrauliches', coach_id: coachId });
  await runOn('2019-01-11');
  expect(await read()).toEqual({ topics: null, next_step: null, coach_id: null, minutes: 45 });
});

describe('staff', () => {
  const member = async (until: string | null): Promise<string> => {
    const id = await inHouse('staff_members', {
      name: 'Frau Fort',
      function: 'educator',
      email: 'fort@example.org',
    });
    await inHouse('staff_positions', { staffMemberId: id, since: '2010-01-01', until });
    return id;
  };

  test('who has worked nowhere for three years is gone; who works stays', async () => {
    const [gone, stays] = [await member('2016-01-10'), await member(null)];
    await runOn('2019-01-10');
    expect(await isThere('staff_members', gone)).toBe(true);
    await runOn('2019-01-11');
    expect(await isThere('staff_members', gone)).toBe(false);
    expect(await isThere('staff_members', stays)).toBe(true);
    expect(await rowsOf(stage.db, 'select reason from erasures where object_id = $1', [gone])).toHaveLength(
      1,
    );
  });
});

describe('the trail', () => {
  const BROKEN = `select * from (
    select e.seq, e.hash, e.previous, audit_digest(e) as digest, lag(e.hash, 1, c.pruned_hash) over w as before,
      row_number() over w + c.pruned_seq as place
    from audit_events e join audit_chains c using (chain) window w as (partition by e.chain order by e.seq)) x
    where seq <> place or previous <> before or hash <> digest`;
  const later = (days: number): string => addDays(stage.city.today, days);
  const origins = (): Promise<number> => stage.count('audit_events where origin is not null');

  test('loses networks and sign-ins after 90 days, changes after three years, and stays whole', async () => {
    const educator = stage.city.people.educator.id;
    const note = (chain: string, action: string): Promise<void> =>
      insertRow(stage.db, 'audit_events', {
        chain,
        actorId: educator,
        origin: '10.1.2.0/24',
        action,
        objectType: 'x',
      });
    for (let i = 0; i < 3; i += 1) await note(educator, 'session.create');
    for (let i = 0; i < 2; i += 1) await note(house(), 'group.update');
    const count = (chain: string): Promise<number> => stage.count(`audit_events where chain = '${chain}'`);
    const changes = await count(house());
    // Accounts would go after a year: nobody is asked about here.
    await stage.db.query(`update accounts set last_sign_in_at = now() + interval '10 years'`);

    await runOn(later(90));
    expect([await origins(), await count(educator)]).toEqual([5, 3]);
    await runOn(later(91));
    expect([await origins(), await count(educator), await count(house())]).toEqual([0, 0, changes]);
    expect(await rowsOf(stage.db, BROKEN)).toEqual([]);

    await note(educator, 'session.create');
    await note(house(), 'group.update');
    expect(await rowsOf(stage.db, BROKEN)).toEqual([]);
    const [{ seq } = { seq: 0 }] = await rowsOf<{ seq: number }>(
      stage.db,
      'select seq::int as seq from audit_events where chain = $1',
      [educator],
    );
    expect(seq).toBe(4);

    await runOn(later(3 * 366 + 1));
    expect(await count(house())).toBe(0);
    expect(await rowsOf(stage.db, BROKEN)).toEqual([]);
  });

  test('cannot be shortened before its time, nor by anybody but the system', async () => {
    const ask = (sql: string, system: string, today: string): Promise<unknown> =>
      stage.db.query(
        `begin; set local role olympia_app; select set_config('app.system', '${system}', true), set_config('app.today', '${today}', true); ${sql}; rollback`,
      );
    const today = stage.city.today;
    for (const sql of [
      `select audit_blank_origins('${today}', 10)`,
      `select audit_prune('${house()}', '${today}', 10)`,
    ]) {
      await expect(ask(sql, 'on', today)).rejects.toThrow('kept longer');
      await stage.db.query('rollback');
      await expect(ask(sql, '', addDays(today, 400))).rejects.toThrow('kept longer');
      await stage.db.query('rollback');
      await expect(ask(sql, 'on', addDays(today, 400))).resolves.toBeDefined();
    }
  });
});
