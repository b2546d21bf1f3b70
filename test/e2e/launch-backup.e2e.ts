import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SUPERUSER } from '../../src/database/embedded/embedded-postgres.js';
import { readPostmaster } from '../../src/database/embedded/postmaster.js';
import { runProduct, startProduct, type Product } from '../support/product.js';
import { connect, rowsOf } from '../support/rows.js';

/* `npm run backup` and `npm run restore` on the built-in database, as an operator runs them (of one's own: test/e2e/backups). */

const MAINTAIN = join(import.meta.dirname, '..', '..', 'dist', 'src', 'maintain.js');
const PASSPHRASE = 'siebzehn ruhige Elche baden';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'olympia-launch-backup-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const maintain = (data: string, ...args: string[]): ReturnType<typeof runProduct> =>
  runProduct({
    ...{ main: MAINTAIN, args },
    env: { OLYMPIA_DATA: join(folder, data), OLYMPIA_BACKUP_PASSPHRASE: PASSPHRASE },
  });

const start = (data: string): Promise<Product> =>
  startProduct({ env: { OLYMPIA_DATA: join(folder, data) }, prepared: 'main' });

/** Asks the database of a program that runs. */
async function ask(data: string, sql: string): Promise<object[]> {
  const { socketDir: host } = readPostmaster(join(folder, data, 'main', 'postgres'))!;
  const db = await connect({ host, user: SUPERUSER, database: 'olympia' });
  try {
    return await rowsOf<object>(db, sql);
  } finally {
    await db.end();
  }
}

test('what was backed up while it runs is put into an empty folder, and into a full one only by force', async () => {
  const file = join(folder, 'olympia.backup');
  const product = await start('here');
  await ask(
    'here',
    `insert into municipalities (id, name, key, state) values (gen_random_uuid(), 'Probestadt', '05999999', 'NW')`,
  );
  expect(await maintain('here', 'backup', file)).toMatchObject({ code: 0 });
  // The database is in use.
  expect(await maintain('here', 'restore', '--force', file)).toMatchObject({ code: 4 });
  expect(await product.stop()).toBe(0);

  expect(await maintain('there', 'restore', file)).toMatchObject({ code: 0 });
  expect(await maintain('there', 'restore', file)).toMatchObject({ code: 4 });
  expect(await maintain('there', 'restore', '--force', file)).toMatchObject({ code: 0 });
  const restored = await start('there');
  expect(await ask('there', 'select name from municipalities')).toEqual([{ name: 'Probestadt' }]);
  expect(await restored.stop()).toBe(0);
}, 400_000);
