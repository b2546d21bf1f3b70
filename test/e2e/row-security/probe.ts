import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { bindScope } from '../../../src/database/database.js';
import type { City, HouseKey, PersonKey } from '../../support/city.js';
import { rowsOf } from '../../support/rows.js';
import { type Asker, ASKERS, namesOf, settingsOf, type Town } from '../../support/askers.js';
import { type RowFacts, type Rule, TABLES, type TableRules, type Verb } from './expectations.js';

type Row = Record<string, unknown>;

export const VERBS: Verb[] = ['select', 'insert', 'update', 'overwrite', 'delete', 'wipe'];

const RULE_OF = {
  select: 'select',
  insert: 'insert',
  update: 'update',
  delete: 'delete',
  overwrite: 'update',
  wipe: 'delete',
} as const;

/** What each asker reached, as readable lines; `refused` when the database said so. */
export type Reach = Record<string, string[] | 'refused'>;

const EXTREMES_FIRST = ASKERS.toSorted((a, b) => Number(isExtreme(b)) - Number(isExtreme(a)));

function isExtreme({ self }: Asker): boolean {
  return self === null;
}

const DENIED = '42501';
const IN_USE = '23503';

/** Asks the database, as each asker, for every row of a table, and says what came of it. */
export class Probe {
  private readonly names: Map<string, string>;
  private readonly expectations = new Map<string, Reach>();

  /** @param asRuntime called inside each transaction, to become the runtime role where the connection is not it */
  constructor(
    private readonly db: pg.Client,
    private readonly city: City,
    private readonly stored: Map<string, Row[]>,
    private readonly asRuntime: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.names = namesOf(city);
  }

  /** What happens. */
  async reached(table: string, verb: Verb): Promise<Reach> {
    const reach: Reach = {};
    for (const asker of ASKERS)
      reach[asker.name] = await this.asAsker(asker, () => this.tryVerb(table, verb));
    return reach;
  }

  /** Whether something else than expected happens to any asker: to those first who reach all or nothing. */
  async deviates(table: string, verb: Verb): Promise<boolean> {
    const expected = this.remembered(table, verb);
    for (const asker of EXTREMES_FIRST) {
      const reached = await this.asAsker(asker, () => this.tryVerb(table, verb)).catch(String);
      if (!isDeepStrictEqual(reached, expected[asker.name])) return true;
    }
    return false;
  }

  private remembered(table: string, verb: Verb): Reach {
    const key = `${verb} ${table}`;
    const expected = this.expectations.get(key) ?? this.expected(table, verb);
    this.expectations.set(key, expected);
    return expected;
  }

  /** What should happen. */
  expected(table: string, verb: Verb): Reach {
    const rules = TABLES[table]!;
    const rule = rules[RULE_OF[verb]];
    const rows = this.stored.get(table) ?? [];
    const reached = (asker: Asker, may: Rule): Row[] =>
      rows.filter((row) => may(asker, this.factsOf(table, rules, row)));
    const isBlocked = (asker: Asker): boolean =>
      verb === 'overwrite' && rules.blocked !== undefined && reached(asker, rules.blocked).length > 0;
    const entries = ASKERS.map((asker): [string, string[] | 'refused'] => [
      asker.name,
      rule === 'refused' ? 'refused' : this.shown(table, verb, isBlocked(asker) ? [] : reached(asker, rule)),
    ]);
    return Object.fromEntries(entries);
  }

  private async asAsker<T>(asker: Asker, ask: () => Promise<T>): Promise<T> {
    await this.db.query('savepoint asker');
    try {
      await this.asRuntime();
      await bindScope(this.db, settingsOf(asker, this.city));
      return await ask();
    } finally {
      await this.forget('asker');
    }
  }

  /** Releases it too: savepoints that pile up make every statement after them slower. */
  private async forget(savepoint: string): Promise<void> {
    await this.db.query(`rollback to ${savepoint}; release ${savepoint}`);
  }

  private async tryVerb(table: string, verb: Verb): Promise<string[] | 'refused'> {
    const stored = this.stored.get(table) ?? [];
    if (verb === 'insert' || verb === 'update') return this.tryEach(table, verb, stored);
    await this.db.query('savepoint statement');
    const statements = {
      select: `select to_jsonb(t) as row from ${table} t`,
      overwrite: `update ${table} set ${TABLES[table]!.neutral}`,
      delete: `delete from ${table} t returning to_jsonb(t) as row`,
      wipe: `delete from ${table}`,
    };
    try {
      const { rows, rowCount } = await this.db.query<{ row: Row }>(statements[verb]);
      if (isBlind(verb)) return [`${rowCount} rows`];
      return this.lines(
        table,
        rows.map(({ row }) => row),
      );
    } catch (error) {
      if (lacksRight(error)) return 'refused';
      // Rows may be in reach and yet not be left in that state: the statement as a whole has failed then.
      if (verb === 'overwrite' && codeOf(error) === DENIED) return ['0 rows'];
      // What hangs on a row keeps it, and with it the whole statement: row by row it shows which ones were in reach.
      if (codeOf(error) !== IN_USE || isUpdate(verb)) throw error;
      await this.db.query('rollback to statement');
      const reached = await this.tryEach(table, 'delete', stored);
      return isBlind(verb) ? [`${reached.length} rows`] : reached;
    }
  }

  /** Tries one row after the other, because one that is refused ends its statement. */
  private async tryEach(
    table: string,
    verb: 'insert' | 'update' | 'delete',
    stored: Row[],
  ): Promise<string[] | 'refused'> {
    const reached: Row[] = [];
    for (const row of stored) {
      await this.db.query('savepoint row');
      try {
        if (await this.tryRow(table, verb, row)) reached.push(row);
      } catch (error) {
        if (lacksRight(error)) return 'refused';
        // What other constraints say comes after row-level security and does not matter here.
        if (codeOf(error) !== DENIED) reached.push(row);
      } finally {
        await this.forget('row');
      }
    }
    return this.lines(table, reached);
  }

  /** Inserts a copy of the row, updates the row in place or deletes it. @returns whether a row was written */
  private async tryRow(table: string, verb: 'insert' | 'update' | 'delete', row: Row): Promise<boolean> {
    if (verb === 'delete') {
      const { rowCount: gone } = await this.db.query(`delete from ${table} t where to_jsonb(t) = $1`, [
        JSON.stringify(row),
      ]);
      return gone === 1;
    }
    const [column] = Object.keys(row);
    const copy = typeof row['id'] === 'string' ? { ...row, id: randomUUID() } : row;
    const { rowCount } =
      verb === 'insert'
        ? await this.db.query(
            `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`,
            [JSON.stringify(copy)],
          )
        : await this.db.query(`update ${table} t set ${column} = t.${column} where to_jsonb(t) = $1`, [
            JSON.stringify(row),
          ]);
    return rowCount === 1;
  }

  private factsOf(
    table: string,
    { person, town: place = 'municipality_id' }: TableRules,
    row: Row,
  ): RowFacts {
    const named = (value: unknown): string | undefined => this.names.get(String(value));
    const house = named(table === 'institutions' ? row['id'] : row['institution_id']) as HouseKey | undefined;
    const town = named(table === 'municipalities' ? row['id'] : row[place]) as Town | undefined;
    return {
      ...(house && { house }),
      ...(town && { town }),
      ...(person && { person: named(row[person]) as PersonKey | undefined }),
    };
  }

  private shown(table: string, verb: Verb, rows: Row[]): string[] {
    return isBlind(verb) ? [`${rows.length} rows`] : this.lines(table, rows);
  }

  private lines(table: string, rows: Row[]): string[] {
    const rules = TABLES[table]!;
    return rows
      .map((row) => {
        const { house, town, person } = this.factsOf(table, rules, row);
        const key = JSON.stringify(row['id'] ?? row['code'] ?? row['seq'] ?? row['name'] ?? '');
        return [house ?? town, person, key.slice(0, 9)].filter(Boolean).join(' ');
      })
      .sort();
  }
}

function isUpdate(verb: Verb): boolean {
  return verb === 'update' || verb === 'overwrite';
}

/** Reads nothing, so that only the policies of its own verb hold it. */
function isBlind(verb: Verb): boolean {
  return verb === 'overwrite' || verb === 'wipe';
}

/** Whether the role may not do this to any row of the table. */
function lacksRight(error: unknown): boolean {
  return codeOf(error) === DENIED && /^permission denied/.test((error as Error).message);
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}

/** Columns to which the application has a right that it has not to their table. */
export async function columnRights(db: pg.Client): Promise<string[]> {
  const found = await rowsOf<{ right: string }>(
    db,
    `select c.relname || '.' || a.attname as "right" from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attacl is not null and c.relnamespace = 'public'::regnamespace`,
  );
  return found.map(({ right }) => right);
}

/** Every row of every table, read above all policies. */
export async function storedRows(db: pg.Client): Promise<Map<string, Row[]>> {
  const tables = await rowsOf<{ name: string }>(
    db,
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const stored = new Map<string, Row[]>();
  for (const { name } of tables) {
    const rows = await rowsOf<{ row: Row }>(db, `select to_jsonb(t) as row from ${name} t`);
    stored.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return stored;
}
