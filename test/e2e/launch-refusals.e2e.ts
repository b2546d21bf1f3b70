import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../support/database.js';
import { freePort, runProduct, startProduct, urlOf } from '../support/product.js';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'olympia-refused-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const refusal = async (env: Record<string, string>, args: string[] = []): Promise<string> => {
  const port = String(await freePort());
  const { code, output } = await runProduct({ env: { OLYMPIA_DATA: data, PORT: port, ...env }, args });
  expect(code).toBe(1);
  return output.trim();
};

describe('a start with wrong settings says which, in one line, and ends with 1', () => {
  const UNREACHABLE = 'postgresql://olympia_app:hunter2@127.0.0.1:1/olympia';

  it.each<[string, Record<string, string>, RegExp]>([
    ['PORT', { PORT: 'eighty' }, /^PORT is "eighty"; expected is a whole number from 1 to 65535\.$/],
    ['HOST', { HOST: '192.0.2.1' }, /^HOST is 192\.0\.2\.1, which is no address of this machine\.$/],
    [
      'PUBLIC_URL',
      { PUBLIC_URL: 'http://olympia.example.org' },
      /^PUBLIC_URL is "http:.*expected is https:.*\.$/,
    ],
    [
      'OLYMPIA_DATA',
      { OLYMPIA_DATA: '/dev/null/data' },
      /^Nothing can be kept in \/dev\/null\/data\/main \(\w+\)\. .* OLYMPIA_DATA\.$/,
    ],
    [
      'DATABASE_URL',
      { DATABASE_URL: UNREACHABLE },
      /^The database of DATABASE_URL cannot be used: .*ECONNREFUSED.*$/,
    ],
    [
      'DATABASE_MIGRATION_URL',
      { DATABASE_URL: UNREACHABLE, DATABASE_MIGRATION_URL: UNREACHABLE },
      /^The database of DATABASE_MIGRATION_URL cannot be used: .*ECONNREFUSED.*$/,
    ],
    [
      'DATABASE_POOL',
      { DATABASE_POOL: '1000' },
      /^DATABASE_POOL is "1000"; expected is a whole number from 1 to 100\.$/,
    ],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'all' }, /^TRUSTED_PROXIES is "all"; expected .*\.$/],
    [
      'OLYMPIA_DEMO_PASSWORD',
      { OLYMPIA_DEMO_PASSWORD: 'hunter2' },
      /^OLYMPIA_DEMO_PASSWORD is .* 8 to 128 characters\.$/,
    ],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud"; expected is error, warn, info or debug\.$/],
  ])('%s', async (_name, env, sentence) => {
    const output = await refusal(env);
    expect(output).toMatch(sentence);
    expect(output).not.toContain('hunter2');
  });

  it('an argument it does not know', async () => {
    expect(await refusal({}, ['--dmeo'])).toBe('"--dmeo" is not understood; the only argument is --demo.');
  });
});

describe('with a PostgreSQL of one’s own', () => {
  let migrated: FreshDatabase;
  let empty: FreshDatabase;
  beforeAll(async () => {
    migrated = await freshDatabase();
    empty = await emptyDatabase();
  });
  afterAll(async () => {
    await migrated.drop();
    await empty.drop();
  });

  it('refuses a schema that is not current when it may not change it', async () => {
    expect(await refusal({ DATABASE_URL: urlOf(empty.runtime) })).toMatch(
      /lacks \d+ migration.*DATABASE_MIGRATION_URL/,
    );
  });

  it.each(['superuser', 'owner'] as const)('refuses to run as %s', async (role) => {
    expect(await refusal({ DATABASE_URL: urlOf(migrated[role]) })).toMatch(
      /^The runtime role "\w+" (is a superuser|owns \d+ tables)/,
    );
  });

  it('lets several instances start at once, each migrating or waiting', async () => {
    const env = {
      DATABASE_URL: urlOf(empty.runtime),
      DATABASE_MIGRATION_URL: urlOf(empty.owner),
      OLYMPIA_DATA: data,
    };
    const products = await Promise.all([1, 2].map(() => startProduct({ env })));
    const migrations = products.filter(({ output }) => output().includes('Brought the database up to date'));
    expect(migrations).toHaveLength(1);
    expect(await Promise.all(products.map(({ stop }) => stop()))).toEqual([0, 0]);
  });
});
