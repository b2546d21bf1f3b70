import type pg from 'pg';
import type { Person } from '../../support/city.js';
import { rowsOf } from '../../support/rows.js';

/** What somebody has noted in the browser, kept by the test. */
export interface NotedActivity {
  /** A word that appears nowhere else. */
  note: string;
  children: number;
  author: Person;
}

export interface NotedTry {
  code: string;
  task: string;
  number: number;
  value: number;
  author: Person;
}

/** Of what was noted, what is wrong in the database; each by its name. All empty: all there once. */
export interface Verdict {
  lost: string[];
  doubled: string[];
  /** Another content, a result without its try, or a row without its entry in the trail. */
  half: string[];
  wrongAuthor: string[];
}

export const SOUND: Verdict = { lost: [], doubled: [], half: [], wrongAuthor: [] };

interface Found {
  name: string;
  content: string;
  author: string | null;
  /** Entries of the trail about its making, by whom. */
  makers: (string | null)[];
}

/** Compares what was noted with the database, row by row. */
export async function activitiesIn(db: pg.Client, noted: readonly NotedActivity[]): Promise<Verdict> {
  const found = await rowsOf<Found>(
    db,
    `select note as name, children_present::text as content, author_id as author,
        array(select actor_id::text from audit_events where object_id = a.id and action = 'activity.create') as makers
      from activities a where note = any($1) and deleted_at is null`,
    [noted.map(({ note }) => note)],
  );
  return compare(
    noted.map(({ note, children, author }) => ({ name: note, content: String(children), author: author.id })),
    found,
  );
}

/** All tries of a test day, also those that nobody noted. */
export async function triesIn(
  db: pg.Client,
  testDayId: string,
  noted: readonly NotedTry[],
): Promise<Verdict> {
  const found = await rowsOf<Found>(
    db,
    `select c.code || ' ' || r.item_code || ' ' || coalesce(t.number, 0) as name, t.value::float::text as content, t.recorded_by as author,
        array(select actor_id::text from audit_events where object_id = t.id and action = 'trial.create') as makers
      from assessments a join children c on c.id = a.child_id join results r on r.assessment_id = a.id
        left join trials t on t.result_id = r.id where a.test_day_id = $1`,
    [testDayId],
  );
  return compare(
    noted.map(({ code, task, number, value, author }) => ({
      ...{ name: `${code} ${task} ${number}`, content: String(value), author: author.id },
    })),
    found,
  );
}

type Noted = Omit<Found, 'makers'>;

function compare(noted: readonly Noted[], found: readonly Found[]): Verdict {
  const verdict: Verdict = { lost: [], doubled: [], half: [], wrongAuthor: [] };
  for (const one of noted) {
    const rows = found.filter(({ name }) => name === one.name);
    const [row] = rows;
    if (!row) verdict.lost.push(one.name);
    else if (rows.length > 1 || row.makers.length > 1) verdict.doubled.push(one.name);
    else if (row.content !== one.content || row.makers.length === 0)
      verdict.half.push(`${one.name}: ${row.content} for ${one.content}, ${row.makers.length} in the trail`);
    else if (row.author !== one.author || row.makers[0] !== one.author) verdict.wrongAuthor.push(one.name);
  }
  const names = new Set(noted.map(({ name }) => name));
  verdict.half.push(...found.filter(({ name }) => !names.has(name)).map(({ name }) => `${name}: not noted`));
  return verdict;
}
