import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { requestPool } from '../../src/database/request-pool.js';
import { Transaction } from '../../src/database/transaction.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect, rowsOf } from '../support/rows.js';

const SCOPE = { text: `select set_config('app.scope', 'bound', true)` };
const CONNECTIONS = 2;

let database: FreshDatabase;
let db: pg.Client;
let pool: pg.Pool;

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  await db.query(
    'create table notes (id int primary key, scope text default current_setting($$app.scope$$))',
  );
  pool = requestPool(database.superuser, CONNECTIONS);
});
beforeEach(async () => {
  await db.query('truncate notes');
});
afterAll(async () => {
  await pool.end();
  await db.end();
  await database.drop();
});

const note = (id: number): pg.QueryConfig => ({ text: 'insert into notes (id) values ($1)', values: [id] });
const run = <T>(task: (transaction: Transaction) => Promise<T>): Promise<T> =>
  Transaction.run(pool, { statements: [{ text: 'begin' }, SCOPE] }, task);
const notes = (): Promise<unknown[]> => rowsOf(db, 'select id, scope from notes order by id');

test('what is put off is written in its order and in the scope, with the next statement or with COMMIT', async () => {
  const seen = await run(async (transaction) => {
    transaction.later(note(1));
    const { rows } = await transaction.query({ text: 'select id from notes' });
    transaction.later(note(2));
    return rows;
  });
  expect([seen, await notes()]).toEqual([
    [{ id: 1 }],
    [
      { id: 1, scope: 'bound' },
      { id: 2, scope: 'bound' },
    ],
  ]);
});

test('what is put off is written even when nothing else is asked', async () => {
  await run((transaction) => {
    transaction.later(note(1));
    return Promise.resolve();
  });
  expect(await notes()).toHaveLength(1);
});

test('a statement that was put off and fails at COMMIT undoes everything, and says why', async () => {
  const twice = run(async (transaction) => {
    await transaction.query(note(1));
    transaction.later(note(1));
  });
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  expect(await notes()).toEqual([]);
});

test('a statement that was put off and fails with the next one is named as the reason', async () => {
  const twice = run(async (transaction) => {
    await transaction.query(note(1));
    transaction.later(note(1));
    await transaction.query(note(2));
  });
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  expect(await notes()).toEqual([]);
});

test('a failure that nobody minded is no success: nothing was written', async () => {
  const careless = run(async (transaction) => {
    await transaction.query(note(1));
    await transaction.query(note(1)).catch(() => undefined);
  });
  await expect(careless).rejects.toThrow('nothing was written');
  expect(await notes()).toEqual([]);
});

test('a refusal undoes what was entered, and the connection serves the next', async () => {
  for (let times = 0; times <= CONNECTIONS; times += 1) {
    const refused = run(async (transaction) => {
      await transaction.query(note(1));
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
  }
  expect([await notes(), pool.totalCount]).toEqual([[], 1]);
});

describe('whoever is refused by the opening', () => {
  const refused = (task: (transaction: Transaction) => Promise<unknown>): Promise<unknown> => {
    const admit = (): void => {
      throw new Error('not admitted');
    };
    return Transaction.run(pool, { statements: [{ text: 'begin' }, SCOPE], admit }, task);
  };

  test.each<[string, (transaction: Transaction) => Promise<unknown>]>([
    ['writes', (transaction) => transaction.query(note(1))],
    ['does not mind', (transaction) => transaction.query(note(1)).catch(() => undefined)],
    ['asks for what fails', (transaction) => transaction.query({ text: 'select 1 / 0' })],
    ['fails before', () => Promise.reject(new Error('your form is wrong'))],
    ['fails after', (t) => t.query(note(1)).catch(() => Promise.reject(new Error('something else')))],
    ['asks for nothing', () => Promise.resolve('secret')],
    ['puts off', (transaction) => Promise.resolve().then(() => transaction.later(note(1)))],
  ])('and %s has changed nothing and hears nothing else', async (_, task) => {
    await expect(refused(task)).rejects.toThrow('not admitted');
    expect([await notes(), pool.totalCount]).toEqual([[], 1]);
  });
});

test('a name that was planned by a statement that failed can be used again', async () => {
  const divided = (by: number): Promise<unknown> =>
    run(
      async (transaction) =>
        (await transaction.query({ name: 'd', text: 'select 6 / $1::int as q', values: [by] })).rows,
    );
  await expect(divided(0)).rejects.toMatchObject({ code: '22012' });
  expect([await divided(2), await divided(3)]).toEqual([[{ q: 3 }], [{ q: 2 }]]);
});
