// How long a file of 5,000 institutions takes from upload to written, against COPY of the same rows into the same table as superuser: no
// reading of encodings, rules, matching, preview, row-level security, audit or way back. Rounds alternate, ratios are per pair of rounds.
import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startBench } from './support/bench.mjs';
import { median, report } from './support/report.mjs';

const ROUNDS = 5;
const ROWS = 5000;

const bench = await startBench();
const superuser = new pg.Client(bench.database.superuser('olympia'));
try {
  const { city, product } = await bench.servers();
  await superuser.connect();
  await superuser.query(
    `insert into account_roles (id, account_id, role, municipality_id) select $1, $2, 'coordinator', id from municipalities`,
    [randomUUID(), city.authorId],
  );
  const { rows } = await superuser.query(
    'select m.id as town, d.id as district from municipalities m join districts d on d.municipality_id = m.id',
  );
  await importRound(product, rows[0], 'W');
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      ...(await importRound(product, rows[0], `P${round}`)),
      copy: await copyRound(rows[0], `C${round}`),
    });
  }
  const middle = (of) => median(rounds.map(of));
  report('import-rows', {
    'upload and preview (ms)': middle(({ look }) => look),
    'write (ms)': middle(({ write }) => write),
    'rows a second, both': middle(({ look, write }) => (ROWS * 1000) / (look + write)),
    'COPY of the same rows (ms)': middle(({ copy }) => copy),
    'ratio COPY : import': middle(({ look, write, copy }) => copy / (look + write)),
  });
} finally {
  await superuser.end();
  await bench.stop();
}

/** Uploads a file of new houses and writes it; any unexpected answer ends the run. */
async function importRound({ port, headers }, { town }, prefix) {
  const lines = Array.from(
    { length: ROWS },
    (_, i) => `${prefix}-${i};Kita ${prefix} ${i};Kita;Mitte;AWO;${i % 200}`,
  );
  const body = ['Kurzzeichen;Einrichtung;Art;Stadtbezirk;Träger (Art);Plätze', ...lines].join('\r\n');
  const start = performance.now();
  const draft = await post(port, `/api/imports/institutions?municipalityId=${town}`, 201, {
    headers: { ...headers, 'content-type': 'text/csv' },
    body,
  });
  const looked = performance.now();
  const done = await post(port, `/api/imports/${draft.id}/commit`, 200, {
    headers: { ...headers, 'content-type': 'application/json', 'if-match': `"${draft.version}"` },
    body: JSON.stringify({ onlyGood: false }),
  });
  if (done.result.created !== ROWS) throw new Error(`created ${done.result.created}`);
  return { look: looked - start, write: performance.now() - looked };
}

async function post(port, path, expected, request) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', ...request });
  const text = await answer.text();
  if (answer.status !== expected) throw new Error(`${answer.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** Milliseconds that COPY needs for as many rows of the same shape. */
async function copyRound({ town, district }, prefix) {
  const lines = Array.from(
    { length: ROWS },
    (_, i) => `${randomUUID()},${town},${district},${prefix}-${i},Kita ${prefix} ${i},kita,awo,${i % 200}\n`,
  );
  const start = performance.now();
  const into = superuser.query(
    copyFrom(
      'copy institutions (id, municipality_id, district_id, short_code, name, kind, provider_kind, places) from stdin with (format csv)',
    ),
  );
  await pipeline(Readable.from([lines.join('')]), into);
  return performance.now() - start;
}
