// All that reports, files and entries cost against a reference measured in the same run, for one city and for many: npm run benchmark
// (-- --cities 40, the default; 400 is what the programme may come to). What is measured and what was reached: README.md.
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startBench, signIn } from './support/bench.mjs';
import { idSql, makeCities, schoolYearOf } from './support/cities.mjs';
import { warmUp, writesPerSecond } from './support/load.mjs';
import { measureCsv } from './support/measure-csv.mjs';
import { measureOverview, measureReports } from './support/measure-reports.mjs';
import { median, printTable, reportHead } from './support/report.mjs';

const { values } = parseArgs({ options: { cities: { type: 'string', default: '40' } } });
const MANY = Number(values.cities);
const WRITE_ROUNDS = 5;
const WRITE_SECONDS = 3;
const WRITERS = 8;
const CONNECTIONS = 6;
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
/** The last school year that is over: every number of it stands still. */
const year = schoolYearOf(today) - 1;

console.log(reportHead('benchmark'));
const one = await measure(1);
const many = await measure(MANY);
print();

async function measure(cities) {
  /** Says what takes how long, and leaves something behind of a run that ends early. */
  const stage = async (name, work) => {
    const started = performance.now();
    const figures = await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const rounded = (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value);
    const shown = name === 'make' ? '' : ` ${JSON.stringify(figures, rounded)}`;
    console.log(`× ${cities}, ${name}: ${seconds} s${shown}`);
    return figures;
  };
  const bench = await startBench();
  const pool = new pg.Pool({ ...bench.database.superuser('olympia'), max: CONNECTIONS });
  pool.on('error', () => undefined);
  try {
    const { city, product, bare } = await stage('make', () =>
      bench.servers((database) => furnish(database, cities)),
    );
    const as = (token) => ({ ...product, headers: { ...product.headers, cookie: `olympia=${token}` } });
    const [coordinator, lead] = [as(city.coordinator), as(city.lead)];
    const [here, everywhere] = [
      { city: city.first, year },
      { city: null, year },
    ];
    const superuser = bench.database.superuser('olympia');
    return {
      reports: await stage('reports, coordinator', () => measureReports(coordinator, pool, here)),
      reportsOfAll: await stage('reports, programme lead', () => measureReports(lead, pool, everywhere)),
      overview: await stage('overview, coordinator', () => measureOverview(coordinator, pool, here)),
      overviewOfAll: await stage('overview, programme lead', () => measureOverview(lead, pool, everywhere)),
      csv: cities === MANY && (await stage('files', () => measureCsv(lead, { superuser, today }))),
      writes: await stage('entries', () => measureWrites(product, bare, city)),
    };
  } finally {
    await pool.end();
    await bench.stop();
  }
}

/** The cities, and who asks: the coordinator of the first, the programme lead, and somebody who writes in eight of its houses. */
async function furnish(database, cities) {
  const client = new pg.Client(database.superuser('olympia'));
  await client.connect();
  await makeCities(client, { cities, today });
  const {
    rows: [ids],
  } =
    await client.query(`select ${idSql(`'city'`, '1')} as first, ${idSql(`'coordinator'`, '1')} as coordinator,
    ${idSql(`'programme lead'`)} as lead, ${idSql(`'educator'`, '1', '1')} as author`);
  const { rows: houses } = await client.query(
    `select i.id as "institutionId", (select g.id from groups g where g.institution_id = i.id and g.school_year = $2 limit 1) as "groupId"
     from institutions i join participations p on p.institution_id = i.id where i.municipality_id = $1 order by i.short_code limit $3`,
    [ids.first, schoolYearOf(today), WRITERS],
  );
  for (const { institutionId } of houses) {
    await client.query(
      `insert into account_roles (id, account_id, role, institution_id) values ($1, $2, 'institution_lead', $3)`,
      [randomUUID(), ids.author, institutionId],
    );
  }
  const [token, coordinator, lead] = [
    await signIn(client, ids.author),
    await signIn(client, ids.coordinator),
    await signIn(client, ids.lead),
  ];
  await client.end();
  return { first: ids.first, authorId: ids.author, houses, token, coordinator, lead };
}

async function measureWrites(product, bare, { houses }) {
  const activity = { heldOn: today, focusArea: 'active_learning', minutes: 30, childrenPresent: 12 };
  const body = (client) => JSON.stringify({ id: randomUUID(), ...houses[client % WRITERS], ...activity });
  await warmUp(product, body);
  await warmUp(bare, body);
  const rounds = [];
  for (let round = 0; round < WRITE_ROUNDS; round += 1) {
    rounds.push({
      product: await writesPerSecond(product, body, WRITE_SECONDS),
      reference: await writesPerSecond(bare, body, WRITE_SECONDS),
    });
  }
  return {
    product: median(rounds.map((round) => round.product)),
    reference: median(rounds.map((round) => round.reference)),
    ratio: median(rounds.map((round) => round.product / round.reference)),
  };
}

function print() {
  const ms = (value) => `${value.toFixed(1)} ms`;
  const times = (value) => `${value.toFixed(2)} ×`;
  const against = (a, b, most) => [
    ...[ms(a.product), ms(a.reference), times(a.ratio)],
    ...[ms(b.product), ms(b.reference), times(b.ratio)],
    times(b.product / a.product),
    most(a, b),
  ];
  const grown = (most) => (a, b) => reached(b.product / a.product <= most);
  const head = ['× 1', 'by hand', 'ratio', `× ${MANY}`, 'by hand', 'ratio', `× 1 → × ${MANY}`, 'reached'];
  const reports = (name, first, second) =>
    Object.keys(first).map((code) => [`${code}, ${name}`, ...against(first[code], second[code], grown(3))]);
  printTable(
    ['question', ...head],
    [
      ...reports('coordinator', one.reports, many.reports),
      ...reports('programme lead', one.reportsOfAll, many.reportsOfAll),
      ['overview page, coordinator', ...against(one.overview, many.overview, twice)],
      ['overview page, programme lead', ...against(one.overviewOfAll, many.overviewOfAll, twice)],
    ],
  );
  printWork();
}

function twice(a, b) {
  return reached(a.ratio <= 2 && b.ratio <= 2);
}

function printWork() {
  const writes = ({ product, reference, ratio }) => [
    ...[`${Math.round(product)} a second`, `${Math.round(reference)} a second`, ratio.toFixed(2)],
    reached(ratio >= 0.4),
  ];
  const { by, ...forms } = many.csv;
  const files = Object.entries(forms).map(([form, { rows, product, reference, ratio, atRest, peak }]) => [
    `CSV of ${rows.toLocaleString('en')} activities (${form}) : ${by}; memory ${Math.round(atRest)} → ${Math.round(peak)} MB`,
    ...[`${product.toFixed(1)} MB/s`, `${reference.toFixed(1)} MB/s`, ratio.toFixed(2)],
    reached(ratio >= 0.6 && peak <= 150),
  ]);
  printTable(
    ['work', 'product', 'reference', 'ratio', 'reached'],
    [
      ['activities entered, × 1', ...writes(one.writes)],
      [`activities entered, × ${MANY}`, ...writes(many.writes)],
      ...files,
    ],
  );
}

function reached(is) {
  return is ? 'yes' : 'no';
}
