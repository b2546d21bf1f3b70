import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BackupDesk, type Desk } from '../../support/backups.js';
import type { City } from '../../support/city.js';
import { insertRow, rowsOf } from '../../support/rows.js';

let desk: BackupDesk;
let town: Desk & { city: City };
let chain: string;

beforeAll(async () => {
  desk = new BackupDesk();
  town = await desk.town();
  chain = town.city.houses.idle.id;
  for (let n = 2; n <= 6; n += 1)
    await insertRow(town.db, 'audit_events', {
      chain,
      action: 'group.update',
      objectType: 'group',
      objectId: randomUUID(),
    });
});
afterAll(() => desk.close());

test('a trail that nobody changed is whole', async () => {
  await desk.verify(town);
  expect(desk.lines.at(-1)).toMatch(/^The audit trail is whole: \d+ entries in \d+ chains, /);
  const [run] = await rowsOf<{ figures: object }>(
    town.db,
    `select figures from maintenance_runs where kind = 'audit_verify' and outcome = 'ok'`,
  );
  expect(run!.figures).toMatchObject({ broken: 0, chains: expect.any(Number), events: expect.any(Number) });
});

const RESEALED = `update audit_events e set action = 'x', hash = audit_digest(jsonb_populate_record(e, '{"action": "x"}'))
  where chain = $1 and seq = 3`;

describe('the first broken row is named when', () => {
  test.each<[string, string, string]>([
    [
      'an entry was changed',
      `update audit_events set fields = '{size}' where chain = $1 and seq = 3`,
      'entry 3 was changed',
    ],
    [
      'its time was',
      `update audit_events set at = at - interval '1 day' where chain = $1 and seq = 2`,
      'entry 2 was changed',
    ],
    [
      'its link was',
      `update audit_events set previous = '\\x00' where chain = $1 and seq = 4`,
      'entry 4 was changed',
    ],
    ['one was changed and sealed anew', RESEALED, 'entry 4 does not follow from entry 3'],
    ['one is missing', 'delete from audit_events where chain = $1 and seq = 3', 'entry 3 is missing'],
    ['the first is missing', 'delete from audit_events where chain = $1 and seq = 1', 'entry 1 is missing'],
    [
      'the last two are',
      'delete from audit_events where chain = $1 and seq > 4',
      'its end is missing from entry 5 on',
    ],
    [
      'the head was forgotten',
      'delete from audit_chains where chain = $1',
      'its head is missing (the last entry found is 6)',
    ],
    [
      'the head was changed',
      `update audit_chains set head = '\\x00' where chain = $1`,
      'its head does not fit its last entry, 6',
    ],
    [
      'the head was set back with its entries there',
      'update audit_chains set length = 4 where chain = $1',
      'its head does not fit its last entry, 6',
    ],
    [
      'all entries are gone',
      'delete from audit_events where chain = $1',
      'it has vanished: there is its head, and no entry',
    ],
    [
      'the whole chain is gone',
      'with gone as (delete from audit_chains where chain = $1) delete from audit_events where chain = $1',
      'the institution of this id has no chain at all',
    ],
  ])('%s', async (_, sql, sentence) => {
    const before = await saved();
    await town.db.query('set session_replication_role = replica');
    await town.db.query(sql, [chain]);
    await expect(desk.verify(town)).rejects.toMatchObject({
      exitCode: 5,
      message: `The audit trail is broken: chain ${chain}: ${sentence}${sentence.includes('was changed') ? ': its hash is not that of its content' : sentence.includes('does not follow') ? ': one of the two was changed and sealed anew' : ''}.`,
    });
    await putBack(before);
    await desk.verify(town);
  });

  test('several chains are: their number, and the first row of each', async () => {
    const before = await saved();
    await town.db.query('set session_replication_role = replica');
    await town.db.query(`update audit_events set action = 'x' where seq = 1`);
    await expect(desk.verify(town)).rejects.toThrow(
      /entry 1 was changed: .*\n\d+ chains are broken; the next ones:\nchain /,
    );
    await putBack(before);
  });
});

interface Saved {
  events: object[];
  chains: object[];
}

async function saved(): Promise<Saved> {
  const of = async (table: string): Promise<object[]> =>
    (await rowsOf<{ row: object }>(town.db, `select to_jsonb(t) as row from ${table} t`)).map(
      ({ row }) => row,
    );
  return { events: await of('audit_events'), chains: await of('audit_chains') };
}

async function putBack({ events, chains }: Saved): Promise<void> {
  await town.db.query('delete from audit_events; delete from audit_chains');
  for (const [table, rows] of [
    ['audit_events', events],
    ['audit_chains', chains],
  ] as const)
    await town.db.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  await town.db.query('set session_replication_role = origin');
}
