import { overviewQuestions, questions } from './questions.mjs';
import { ask, inTurn } from './measure.mjs';

// What the page sends for a coordinator who opens it (web/src/pages/overview).
const PAGE_REPORTS = ['headline', 'reach', 'dose', 'training', 'coaching'];

/** Each report against the same question by hand, with the same numbers. @param asker whose address and cookie; `city` null: all */
export async function measureReports(asker, pool, { city, year }) {
  const figures = {};
  for (const [report, sql] of Object.entries(questions({ city, year }))) {
    const path = `/reports/${report}?schoolYear=${year}`;
    const [answer, { rows }] = [await ask(asker, path), await pool.query(sql)];
    assertSame(report, answer.total.values, Object.values(rows[0]));
    figures[report] = await inTurn(
      () => ask(asker, path),
      () => pool.query(sql),
    );
  }
  return figures;
}

/** All that the overview page asks, at once as a browser does, against the same questions on as many connections. */
export async function measureOverview(asker, pool, { city, year }) {
  const paths = [
    `/overview?schoolYear=${year}`,
    `/overview?schoolYear=${year - 1}`,
    ...PAGE_REPORTS.map((report) => `/reports/${report}?schoolYear=${year}&compare=previous_year`),
    '/reports/attention',
    ...(city ? [`/targets?municipalityId=${city}`] : []),
  ];
  const years = [year, year - 1];
  const reports = years.flatMap((of) => PAGE_REPORTS.map((report) => questions({ city, year: of })[report]));
  const statements = [
    ...reports,
    ...years.flatMap((of) => overviewQuestions({ city, year: of })),
    ...attention(city),
    `select * from targets where ${city ? `municipality_id = '${city}'` : 'true'}`,
  ];
  await assertSameOverview(asker, pool, { city, year });
  return inTurn(
    () => Promise.all(paths.map((path) => ask(asker, path))),
    () => Promise.all(statements.map((sql) => pool.query(sql))),
  );
}

function attention(city) {
  const of = city ? `and i.municipality_id = '${city}'` : '';
  const [newest] = [new Date().toISOString().slice(0, 10)];
  return [
    `select i.name, c.next_step from coach_contacts c join institutions i on i.id = c.institution_id ${of}
       where c.state <> 'cancelled' and c.next_step_done_on is null and c.next_step_due < date '${newest}' limit 10`,
    `select i.name, b.planned_on, count(*) over () from module_bookings b join institutions i on i.id = b.institution_id ${of}
       where (b.state = 'planned' and b.planned_on < date '${newest}') or (b.state = 'wished' and b.created_at < date '${newest}' - 28) order by 2 limit 10`,
    `select t.title, min(s.held_on) from trainings t join training_sessions s on s.training_id = t.id
       where t.state in ('open', 'closed') and t.confirmed * 100 < t.capacity * 40 ${city ? `and t.municipality_id = '${city}'` : ''}
       group by t.id having min(s.held_on) between date '${newest}' and date '${newest}' + 14`,
    overviewQuestions({ city, year: Number(newest.slice(0, 4)) - (newest.slice(5) < '08-01' ? 1 : 0) }).at(
      -1,
    ),
  ];
}

async function assertSameOverview(asker, pool, { city, year }) {
  const overview = await ask(asker, `/overview?schoolYear=${year}`);
  const [kinds, sums, weeks] = await Promise.all(
    overviewQuestions({ city, year })
      .slice(0, 3)
      .map(async (sql) => (await pool.query(sql)).rows),
  );
  const all = kinds.find(({ kind }) => kind === null);
  const total = (name) => weeks.reduce((sum, week) => sum + Number(week[name]), 0);
  const { total: houses, participating, active } = overview.institutions;
  const expected = [
    all.count,
    all.takes_part,
    all.active,
    sums[0].reached,
    total('activities'),
    total('minutes'),
  ];
  const answered = [
    houses,
    participating,
    active,
    overview.children.reached,
    overview.activities,
    overview.minutes,
  ];
  if (String(expected.map(Number)) !== String(answered))
    throw new Error(`overview: ${answered} is not ${expected}`);
}

/** @param expected numerators and denominators, in the order of the figures */
function assertSame(report, values, expected) {
  const answered = values.flatMap(({ numerator, denominator }) => [numerator, denominator]);
  const isSame = (value, i) => value === null || Math.abs(value - Number(expected[i])) <= 0.05;
  if (answered.length !== expected.length || !answered.every(isSame)) {
    throw new Error(`${report}: the product says ${answered}, by hand it is ${expected}`);
  }
}
