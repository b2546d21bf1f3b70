import pg, { type Connection, type FieldDef, type PoolClient, type QueryConfig, type Submittable } from 'pg';
import { prepareValue } from 'pg/lib/utils.js';

/** What a statement came to. */
export interface Answer {
  /** What the server says it did: `SELECT`, `COMMIT`. */
  command: string;
  rows: unknown[];
}

export interface Outcome {
  /** Of the statements that were carried out, in their order. */
  answers: Answer[];
  /** What the next one failed with, null if none did; those after it were not carried out. */
  error: unknown;
}

type Column = readonly [name: string, read: (text: string) => unknown];

/** Statements that a connection has planned under a name, with the columns of their rows. */
const planned = new WeakMap<Connection, Map<string, Column[]>>();

/** Sends statements in one piece and waits for the answers to all of them; never rejects. */
export function sendBatch(client: PoolClient, statements: QueryConfig[]): Promise<Outcome> {
  return new Promise<Outcome>((resolve) => client.query(new Batch(statements, resolve))).catch(
    (error: unknown) => ({ answers: [], error }),
  );
}

/**
 * Several statements as one message, as the protocol means it: the server carries them out up to the first that fails, and answers once.
 * Sent as queries of their own they would cost both sides a call to the system and a switch of processes each. The driver tells it what
 * the server says (pg/lib/client.js).
 */
class Batch implements Submittable {
  private readonly answers: Answer[] = [];
  private readonly values: (string | Buffer | null)[][];
  private names = new Map<string, Column[]>();
  private columns: Column[] | null = null;
  private rows: unknown[] = [];
  private unreadable: unknown = null;

  constructor(
    private readonly statements: QueryConfig[],
    private readonly settle: (outcome: Outcome) => void,
  ) {
    // Before anything is sent: a value that cannot be sent must not leave half a message behind.
    this.values = statements.map(({ values = [] }) => (values as unknown[]).map(prepareValue));
  }

  submit(connection: Connection): void {
    this.names = planned.get(connection) ?? new Map<string, Column[]>();
    planned.set(connection, this.names);
    connection.stream.cork();
    try {
      for (const [i, statement] of this.statements.entries()) this.send(connection, statement, i);
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => [name, readerOf(dataTypeID)]);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    try {
      this.rows.push(rowOf((this.columns ??= this.known()), fields));
    } catch (error) {
      this.unreadable ??= error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const name = this.current?.name;
    if (name !== undefined && !this.names.has(name)) this.names.set(name, this.columns ?? []);
    this.answers.push({ command: text.split(' ', 1)[0] ?? '', rows: this.rows });
    this.columns = null;
    this.rows = [];
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  /** Of the server, or of a connection that broke. */
  handleError(error: unknown): void {
    this.settle({ answers: this.answers, error });
  }

  handleReadyForQuery(): void {
    this.settle({ answers: this.answers, error: this.unreadable });
  }

  private get current(): QueryConfig | undefined {
    return this.statements[this.answers.length];
  }

  private known(): Column[] {
    return this.names.get(this.current?.name ?? '') ?? [];
  }

  private send(connection: Connection, { name = '', text }: QueryConfig, i: number): void {
    const isPlanned = name !== '' && this.names.has(name);
    if (!isPlanned) {
      // A name may be taken where the statement was planned and then failed; closing one that is not is no error.
      if (name !== '') connection.close({ type: 'S', name }, true);
      connection.parse({ name, text, types: [] }, true);
    }
    connection.bind({ portal: '', statement: name, values: this.values[i] }, true);
    if (!isPlanned) connection.describe({ type: 'P', name: '' }, true);
    connection.execute(null, true);
  }
}

function readerOf(type: number): (text: string) => unknown {
  const readers: { getTypeParser: (type: number, format: 'text') => (text: string) => unknown } = pg.types;
  return readers.getTypeParser(type, 'text');
}

function rowOf(columns: Column[], fields: (string | null)[]): unknown {
  const row: Record<string, unknown> = {};
  for (const [i, [name, read]] of columns.entries()) {
    const text = fields[i] ?? null;
    row[name] = text === null ? null : read(text);
  }
  return row;
}
