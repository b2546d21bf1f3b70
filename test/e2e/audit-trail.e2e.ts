import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rowsOf } from '../support/rows.js';
import { Stage } from '../support/stage.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  const { kita, school } = stage.city.houses;
  await note('educator', kita);
  await note('schoolEducator', school);
  await stage.as('administrator').post('/api/municipalities', { name: 'Neustadt', key: '05999003' });
  await stage.as('roleless').delete('/api/session');
  for (let version = 1; version <= 5; version += 1) {
    const path = `/api/groups/${kita.groupId}`;
    expect((await stage.as('lead').patch(path, { name: `Name ${version}` }, version)).status).toBe(200);
  }
});
afterAll(() => stage.close());

async function note(
  by: 'educator' | 'schoolEducator',
  house: { id: string; groupId: string },
): Promise<void> {
  const numbers = { minutes: 30, childrenPresent: 5, heldOn: stage.city.today };
  const place = { institutionId: house.id, groupId: house.groupId, focusArea: 'active_learning' };
  const answer = await stage.as(by).post('/api/activities', { id: randomUUID(), ...place, ...numbers });
  expect(answer.status).toBe(201);
}

/** The first broken link of each chain that has one, worked out anew from the rows alone. */
async function broken(): Promise<{ chain: string; seq: number }[]> {
  return rowsOf(
    stage.db,
    `with links as (
       select e.chain, e.seq::int, row_number() over chained as place, e.previous, e.hash, audit_digest(e) as digest,
         lag(e.hash, 1, c.pruned_hash) over chained as before, c.pruned_seq
       from audit_events e join audit_chains c using (chain) window chained as (partition by e.chain order by e.seq)),
     ends as (select chain, max(seq) as seq, (array_agg(hash order by seq desc))[1] as hash from links group by chain)
     select chain, min(seq)::int as seq from (
       select chain, seq from links where place + pruned_seq <> seq or previous <> before or hash <> digest
       union all select c.chain, c.length::int from audit_chains c left join ends using (chain)
         where c.length <> coalesce(ends.seq, c.pruned_seq) or c.head <> coalesce(ends.hash, c.pruned_hash)
     ) faults group by chain`,
  );
}

test('every entry is linked to the one before, in a chain for each house, account and the installation', async () => {
  const chains = await rowsOf<{ chain: string; length: number }>(
    stage.db,
    'select chain, length::int from audit_chains order by length',
  );
  const { houses, people } = stage.city;
  expect(new Map(chains.map(({ chain, length }) => [chain, length]))).toEqual(
    new Map([
      ['00000000-0000-0000-0000-000000000000', 1],
      [people.roleless.id, 1],
      [houses.school.id, 1],
      [houses.kita.id, 6],
    ]),
  );
  expect(await broken()).toEqual([]);
});

test('many at once leave one unbroken chain', async () => {
  const { kita } = stage.city.houses;
  await Promise.all(Array.from({ length: 40 }, () => note('educator', kita)));
  const [chain] = await rowsOf<{ length: number }>(
    stage.db,
    'select length::int from audit_chains where chain = $1',
    [kita.id],
  );
  expect(chain!.length).toBe(46);
  expect(await broken()).toEqual([]);
});

describe('whoever is above all policies and changes the trail is found out', () => {
  test.each([
    ['another actor', 'update audit_events set actor_id = null where chain = $1 and seq = 3', 3],
    ['another time', `update audit_events set at = at - interval '1 day' where chain = $1 and seq = 2`, 2],
    ['another field', `update audit_events set fields = '{size}' where chain = $1 and seq = 4`, 4],
    ['an entry less', 'delete from audit_events where chain = $1 and seq = 3', 4],
    ['the last entry less', 'delete from audit_events where chain = $1 and seq = 46', 46],
    [
      'two entries exchanged',
      'update audit_events set seq = case seq when 2 then 1002 else 1003 end where chain = $1 and seq in (2, 3)',
      4,
    ],
    [
      'an entry whose own hash was made to fit',
      `update audit_events e set action = 'x', hash = audit_digest((select r from audit_events r where (r.chain, r.seq) = (e.chain, e.seq)))
       where chain = $1 and seq = 5`,
      5,
    ],
  ])('%s', async (_, sql, seq) => {
    const { id } = stage.city.houses.kita;
    await stage.db.query('begin; set local session_replication_role = replica');
    await stage.db.query(sql, [id]);
    expect(await broken()).toEqual([{ chain: id, seq }]);
    await stage.db.query('rollback');
    expect(await broken()).toEqual([]);
  });
});
