// Writes openapi.json from the code and the web's typed client from openapi.json; with --check only says whether they are current.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildStale } from './build.mjs';

const check = process.argv.includes('--check');
const folder = mkdtempSync(path.join(os.tmpdir(), 'olympia-generate-'));
const target = (file) => (check ? path.join(folder, path.basename(file)) : file);
const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });

const OPENAPI = 'openapi.json';
const SCHEMA = 'web/src/api/schema.d.ts';

try {
  await buildStale(console.log, ['server']);
  run(process.execPath, ['dist/src/openapi/write.js', target(OPENAPI)]);
  run('npx', ['openapi-typescript', target(OPENAPI), '--output', target(SCHEMA)]);
  const stale = check
    ? [OPENAPI, SCHEMA].filter((file) => readFileSync(file, 'utf8') !== readFileSync(target(file), 'utf8'))
    : [];
  if (stale.length > 0)
    throw new Error(`Out of date: ${stale.join(', ')}. Run "npm run generate" and commit the result.`);
  console.log(check ? 'Generated files are up to date.' : `Wrote ${OPENAPI} and ${SCHEMA}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
