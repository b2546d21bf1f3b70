import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { selectFor } from '../../dist/src/reporting/exports/columns.js';
import { activityTable } from '../../dist/src/reporting/exports/activity-table.sql.js';
import { median } from './report.mjs';
import { timed } from './measure.mjs';

const ROUNDS = 3;
const WANTED_ROWS = 1_000_000;
const DELIMITER = { people: ';', machine: ',' };

/**
 * A million activities (or all there are) as CSV, against \copy of the same query by a superuser.
 * @returns for each form rows, MB/s of both, their ratio, and the resident memory of the server in MB: at rest and at its peak
 */
export async function measureCsv(asker, { superuser, today }) {
  const client = new pg.Client(superuser);
  await client.connect();
  const from = await firstDay(client);
  const figures = {};
  for (const form of ['people', 'machine']) {
    const copy = `copy (${selectFor(form, activityTable({ from, to: today }, today))}) to stdout with (format csv, header true, delimiter '${DELIMITER[form]}')`;
    figures[form] = await rounds(
      asker,
      `/api/exports/activities.csv?form=${form}&from=${from}&to=${today}`,
      () => copyByPsql(superuser, copy) ?? copyByReader(client, copy),
    );
  }
  await client.end();
  return { ...figures, by: hasPsql() ? 'psql \\copy' : 'a bare COPY reader (no psql here)' };
}

/** The latest day from which on there are a million. */
async function firstDay(client) {
  const { rows } = await client.query(
    `select min(held_on)::text as day from (select held_on, sum(count(*)) over (order by held_on desc) as rows from activities group by held_on) d
     where rows - (select count(*) from activities a where a.held_on = d.held_on) < ${WANTED_ROWS}`,
  );
  return rows[0].day;
}

async function rounds(asker, path, reference) {
  const atRest = residentMb(asker.pid);
  const done = [];
  let [rows, peak] = [0, atRest];
  const watch = setInterval(() => (peak = Math.max(peak, residentMb(asker.pid))), 100);
  for (let round = 0; round < ROUNDS; round += 1) {
    let bytes = 0;
    const product = await timed(async () => ({ bytes, rows } = await download(asker, path)));
    const copied = await timed(reference);
    done.push({ product: bytes / 1000 / product, reference: bytes / 1000 / copied, ratio: copied / product });
  }
  clearInterval(watch);
  const middle = (name) => median(done.map((round) => round[name]));
  return {
    rows,
    atRest,
    peak,
    product: middle('product'),
    reference: middle('reference'),
    ratio: middle('ratio'),
  };
}

function download({ port, headers }, path) {
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port, path, headers }, (response) => {
        if (response.statusCode !== 200) return void reject(new Error(`${path}: ${response.statusCode}`));
        let [bytes, lines] = [0, 0];
        response.on('data', (chunk) => {
          bytes += chunk.length;
          for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
        });
        response.on('end', () => resolve({ bytes, rows: lines - 1 }));
        response.on('error', reject);
      })
      .on('error', reject);
  });
}

const hasPsql = () => spawnSync('psql', ['--version']).status === 0;

/** @returns null where there is no psql */
function copyByPsql({ host, user, database }, copy) {
  if (!hasPsql()) return null;
  const command = `\\${copy.replaceAll(/\s+/g, ' ').replace(' to stdout with ', ' to pstdout with ')}`;
  return new Promise((resolve, reject) => {
    const psql = spawn('psql', ['-X', '-q', '-h', host, '-U', user, '-d', database, '-c', command], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    psql.on('error', reject);
    psql.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`psql ended with ${code}`))));
  });
}

async function copyByReader(client, copy) {
  const rows = client.query(copyTo(copy)).resume();
  await once(rows, 'end');
}

function residentMb(pid) {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
