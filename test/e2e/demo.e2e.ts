import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SIGN_INS } from '../../src/demo/sign-ins.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { load } from '../support/outside.js';

const { loadDemo } = await load<typeof import('../../src/demo/load-demo.js')>('demo/load-demo.js');

const PASSWORD = 'vier bunte Bälle im Netz';
const NOW = '2026-11-19T23:30:00Z';
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
  'children',
  'consents',
  'test_days',
  'test_day_groups',
  'assessments',
  'results',
  'trials',
  'scores',
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
  // Loaded on Friday, 20 November 2026 at 0:30 in Berlin: in UTC it is still the day before.
  app.clock.standAt(NOW);
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
    const { rows: span } = await rows.query(
      'select min(held_on)::text as first, max(held_on)::text as last from activities',
    );
    expect(span).toEqual([{ first: '2024-09-02', last: '2026-11-20' }]);
  });

  it('is known to the planner at once, so that the first look at the figures is not a slow one', async () => {
    expect(await number(`select reltuples from pg_class where oid = 'activities'::regclass`)).toBeGreaterThan(
      20_000,
    );
    expect(
      await number(`select reltuples from pg_class where oid = 'activity_weeks'::regclass`),
    ).toBeGreaterThan(5_000);
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

  it('reports like a city does: a third nearly always, most now and then not, some hardly, a fifth of the weeks late', async () => {
    const coordinator = app.client();
    await coordinator.post('/api/session', { email: 'koordination@demo.invalid', password: PASSWORD });
    const {
      json: { items },
    } = await coordinator.get<{ items: { expected: number; reported: number; onTime: number }[] }>(
      '/api/reports/completeness?schoolYear=2025&limit=100',
    );
    const rates = items.map(({ expected, reported }) => reported / expected);
    const share = (test: (rate: number) => boolean): number => rates.filter(test).length / rates.length;
    expect(share((rate) => rate > 0.9)).toBeGreaterThan(0.25);
    expect(share((rate) => rate > 0.9)).toBeLessThan(0.45);
    expect(share((rate) => rate < 0.5)).toBeGreaterThan(0.02);
    expect(share((rate) => rate < 0.5)).toBeLessThan(0.15);
    const sum = (of: 'reported' | 'onTime'): number => items.reduce((total, row) => total + row[of], 0);
    expect(sum('onTime') / sum('reported')).toBeGreaterThan(0.75);
    expect(sum('onTime') / sum('reported')).toBeLessThan(0.85);
  });

  it('has one Kita twice in the list, for somebody to find', async () => {
    const { rows: pairs } = await rows.query(`
      select a.name as first, b.name as second from institutions a
      join institutions b on a.name < b.name and (a.street, a.postal_code) = (b.street, b.postal_code)`);
    expect(pairs).toEqual([
      { first: 'Ev. Kindertagesstätte Laternenlicht', second: 'Ev. Kita Laternenlicht' },
    ]);
  });

  it('notes nothing later than now, though its rows know only the day', async () => {
    for (const [table, column] of [
      ['activities', 'created_at'],
      ['participation_steps', 'recorded_at'],
      ['test_days', 'closed_at'],
      ['trials', 'recorded_at'],
    ]) {
      const later = await number(`select count(*) from ${table} where ${column} > '${NOW}'`);
      expect([table, later]).toEqual([table, 0]);
    }
    expect(await number(`select count(*) from trials where recorded_at = '${NOW}'`)).toBeGreaterThan(0);
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

  describe('children and their tests', () => {
    it('are about 2,400 with consent, and some without', async () => {
      const agreed = await number('select count(*) from consents where withdrawn_on is null');
      expect(agreed).toBeGreaterThan(2_300);
      expect(agreed).toBeLessThan(2_500);
      expect((await number('select count(*) from children')) - agreed).toBeGreaterThan(500);
      expect(await number('select count(*) from consents where withdrawn_on is not null')).toBeGreaterThan(
        10,
      );
    });

    it('are in houses that take part, in three rounds, at schools with the release of the head', async () => {
      const { rows: rounds } = await rows.query(`
        select case when d.held_on < '2026-08-01' then 'last' else 'running' end as year, d.wave, i.kind,
          count(distinct a.child_id) > 100 as children, bool_and(i.kind = 'kita' or d.released_on is not null) as released
        from assessments a join test_days d on (d.institution_id, d.id) = (a.institution_id, a.test_day_id)
        join institutions i on i.id = a.institution_id
        join participations p on p.institution_id = i.id and p.status = 'active' and p.ended_on is null and p.started_on < d.held_on
        group by 1, 2, 3 order by 1, 2, 3`);
      const round = (year: string, wave: string, kind: string): object => ({
        year,
        wave,
        kind,
        children: true,
        released: true,
      });
      expect(rounds).toEqual([
        ...['entry', 'exit'].flatMap((wave) => ['kita', 'school'].map((kind) => round('last', wave, kind))),
        ...['kita', 'school'].map((kind) => round('running', 'entry', kind)),
      ]);
    });

    it('score as the norms expect at first, a fifth in each class, and a little better in early summer', async () => {
      const shares = async (wave: string): Promise<number[]> => {
        const { rows: classes } = await rows.query<{ share: number }>(`
          select count(*) * 100.0::float8 / sum(count(*)) over () as share
          from scores s join results r on (r.institution_id, r.id) = (s.institution_id, s.result_id)
          join assessments a on (a.institution_id, a.id) = (r.institution_id, r.assessment_id)
          join test_days d on (d.institution_id, d.id) = (a.institution_id, a.test_day_id)
          where d.held_on < '2026-08-01' and d.wave = '${wave}' group by s.class order by s.class`);
        return classes.map(({ share }) => Math.round(share));
      };
      for (const share of await shares('entry')) expect(Math.abs(share - 20)).toBeLessThanOrEqual(4);
      const exit = await shares('exit');
      expect(exit[0]).toBeLessThan(18);
      expect(exit[4]).toBeGreaterThan(22);
    });

    it('change from wave to wave by about 0.2, and keep their places with about 0.7', async () => {
      const {
        rows: [pairs],
      } = await rows.query<{ n: number; change: number; r: number }>(`
        with z as (
          select a.institution_id, a.child_id, r.item_code, d.wave,
            case when p.better = 'lower' then -s.z else s.z end as z
          from scores s join results r on (r.institution_id, r.id) = (s.institution_id, s.result_id)
          join test_protocols p on p.id = r.protocol_id
          join assessments a on (a.institution_id, a.id) = (r.institution_id, r.assessment_id)
          join test_days d on (d.institution_id, d.id) = (a.institution_id, a.test_day_id) where d.held_on < '2026-08-01')
        select count(*)::int as n, avg(t.z - e.z) as change, corr(t.z, e.z) as r
        from z e join z t using (institution_id, child_id, item_code) where e.wave = 'entry' and t.wave = 'exit'`);
      expect(pairs!.n).toBeGreaterThan(2_000);
      expect(pairs!.change).toBeGreaterThan(0.12);
      expect(pairs!.change).toBeLessThan(0.28);
      expect(pairs!.r).toBeGreaterThan(0.6);
      expect(pairs!.r).toBeLessThan(0.8);
    });

    it('have holes: refused, ill, failed and interrupted, and none of it counts as 0', async () => {
      const { rows: states } = await rows.query(
        `select state, count(*) > 20 as some, count(*) = count(value) as valued from results group by 1 order by 1`,
      );
      expect(states).toEqual([
        { state: 'done', some: true, valued: true },
        { state: 'invalid', some: true, valued: false },
        { state: 'not_done', some: true, valued: false },
        { state: 'open', some: true, valued: false },
      ]);
      expect(await number(`select count(distinct reason) from results`)).toBe(5);
      expect(await number('select count(*) from trials where not valid')).toBeGreaterThan(300);
    });

    it('keep to the limits and steps of their tasks, with values and scores that the trials give', async () => {
      expect(
        await number(`
          select count(*) from trials t join results r on (r.institution_id, r.id) = (t.institution_id, t.result_id)
          join test_protocols p on p.id = r.protocol_id
          where t.value not between p.min_value::numeric and p.max_value::numeric or t.value % p.step::numeric <> 0`),
      ).toBe(0);
      expect(
        await number(`
          select count(*) from (
            select r.value, p.rule, p.better, min(t.value) as least, max(t.value) as most, sum(t.value) as sum, avg(t.value) as mean
            from results r join trials t on (t.institution_id, t.result_id) = (r.institution_id, r.id)
            join test_protocols p on p.id = r.protocol_id where r.state = 'done' group by r.institution_id, r.id, p.id) v
          where v.value <> case when v.rule = 'sum' then v.sum when v.rule = 'mean' then v.mean when v.rule = 'single' then v.most
            when v.better = 'lower' then v.least else v.most end`),
      ).toBe(0);
      expect(
        await number(`
          select count(*) from scores s join results r on (r.institution_id, r.id) = (s.institution_id, s.result_id)
          where s.value <> r.value or abs(s.performance_percentile - case when r.item_code in ('S20', 'STAR') then 100 - s.percentile
            else s.percentile end) > 1e-9`),
      ).toBe(0);
    });

    it('leave nothing of whom the parents have withdrawn', async () => {
      expect(
        await number(`
          select count(*) from assessments a where not exists (select from consents c
            where (c.institution_id, c.child_id) = (a.institution_id, a.child_id) and c.withdrawn_on is null and c.given_on <= a.tested_on)`),
      ).toBe(0);
    });

    it('are in the middle of a test day in the house of the educator who signs in', async () => {
      const { rows: days } = await rows.query(`
        select d.held_on::text as "heldOn", b.code, count(distinct c.child_id)::int as children,
          count(distinct r.item_code)::int as tasks, count(*) filter (where r.state = 'done') between 30 and 60 as "partlyDone"
        from test_days d join test_batteries b on b.id = d.battery_id
        join account_roles o on o.institution_id = d.institution_id join accounts e on e.id = o.account_id and e.email = 'fachkraft@demo.invalid'
        join assessments a on (a.institution_id, a.test_day_id) = (d.institution_id, d.id)
        join consents c on (c.institution_id, c.child_id) = (a.institution_id, a.child_id)
        left join results r on (r.institution_id, r.assessment_id) = (a.institution_id, a.id)
        where d.state = 'planned' group by 1, 2`);
      expect(days).toEqual([
        { heldOn: '2026-11-20', code: 'KITA-MOT', children: 20, tasks: 5, partlyDone: true },
      ]);
    });
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
