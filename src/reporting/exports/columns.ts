import pg from 'pg';

/** For whom the cells are written: a person's CSV, a program's CSV, or a spreadsheet with typed cells. */
export type Form = 'people' | 'machine' | 'sheet';

type ColumnType = 'text' | 'whole' | 'decimal' | 'date' | 'instant' | 'flag';

/** One column of a file; all three forms come from it. */
export interface Column {
  /** Header for programs, English snake_case. */
  name: string;
  /** Header for people, German; null: only for programs. */
  title: string | null;
  type: ColumnType;
  sql: string;
  /** For a code: the SQL of what people read instead. */
  spoken?: string;
  /** For a code: its values and their German words. */
  words?: Record<string, string>;
  /** For the codebook, of columns that are made as they are needed; all others are in column-words.ts. */
  meaning?: string;
  unit?: string;
  /** Width in a spreadsheet, in letters. */
  width?: number;
  /** Names a grown-up: for people, and empty for a program with a token. */
  namesSomebody?: true;
}

/** A file's content: SELECT `columns` FROM `from`. */
export interface Table {
  columns: Column[];
  /** Common table expressions, or nothing. */
  with?: string;
  /** Everything from FROM on, with conditions and order. */
  from: string;
}

type Shape = Pick<Column, 'name' | 'title' | 'sql' | 'width'>;

/** Names, addresses, free text; anything in letters. */
export function text(name: string, title: string, sql: string, width?: number): Column {
  return { name, title, type: 'text', sql, width };
}

/** The name of a grown-up, or of several. */
export function person(name: string, title: string, sql: string, width?: number): Column {
  return { ...text(name, title, sql, width), namesSomebody: true };
}

/** The same file for a program with a token: its columns are all there, those with names are empty. */
export function withoutNames(table: Table): Table {
  const columns = table.columns.map((column) =>
    column.namesSomebody ? { ...column, sql: 'null::text', spoken: undefined } : column,
  );
  return { ...table, columns };
}

/** A code, which people read as a German word; one without a word stays as it is. */
export function code(shape: Shape, words: Record<string, string>): Column {
  const cases = Object.entries(words).map(
    ([value, word]) => `when ${pg.escapeLiteral(value)} then ${pg.escapeLiteral(word)}`,
  );
  return {
    ...shape,
    type: 'text',
    words,
    spoken: `case ${shape.sql} ${cases.join(' ')} else ${shape.sql} end`,
  };
}

/** Something that only programs need. */
export function id(name: string, sql: string): Column {
  return { name, title: null, type: 'text', sql };
}

/** A number, a date or a yes-or-no. */
export function typed(type: Exclude<ColumnType, 'text'>, name: string, title: string, sql: string): Column {
  return { name, title, type, sql, width: Math.max(12, title.length + 2) };
}

const YES_OR_NO = (sql: string): string => `case when ${sql} then 'ja' when not ${sql} then 'nein' end`;
const IN_BERLIN = (sql: string): string => `(${sql}) at time zone 'Europe/Berlin'`;
const ISO_DATE = (sql: string): string => `to_char(${sql}, 'YYYY-MM-DD')`;
const ISO_INSTANT = (sql: string): string => `to_char(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const AS_IS = (sql: string): string => sql;

// A spreadsheet program takes such a text for a formula; the apostrophe makes it text again. Numbers and dates of ours never pass here.
const GUARDED = (sql: string): string =>
  String.raw`case when left(${sql}, 1) in ('=', '+', '-', '@', E'\t', E'\r') then '''' || (${sql}) else ${sql} end`;

/** How each type of cell is written in each form. A sheet gets numbers as numbers, and dates as ISO text that becomes a real date. */
const WRITTEN: Record<ColumnType, Record<Form, (sql: string) => string>> = {
  text: { people: GUARDED, machine: AS_IS, sheet: AS_IS },
  whole: { people: AS_IS, machine: AS_IS, sheet: (sql) => `(${sql})::int` },
  decimal: {
    people: (sql) => `replace((${sql})::text, '.', ',')`,
    machine: AS_IS,
    sheet: (sql) => `(${sql})::float8`,
  },
  date: { people: (sql) => `to_char(${sql}, 'DD.MM.YYYY')`, machine: ISO_DATE, sheet: ISO_DATE },
  instant: {
    people: (sql) => `to_char(${IN_BERLIN(sql)}, 'DD.MM.YYYY HH24:MI')`,
    machine: (sql) => ISO_INSTANT(`(${sql}) at time zone 'UTC'`),
    // A spreadsheet knows no time zones: what the clock in Berlin showed.
    sheet: (sql) => ISO_INSTANT(IN_BERLIN(sql)),
  },
  flag: { people: YES_OR_NO, machine: (sql) => `(${sql})::text`, sheet: YES_OR_NO },
};

/** The columns of a form: people have no use for ids. */
export function columnsFor(form: Form, columns: Column[]): Column[] {
  return form === 'machine' ? columns : columns.filter(({ title }) => title !== null);
}

/** The query of a form; its columns bear the headers (in a sheet: the names). */
export function selectFor(form: Form, table: Table): string {
  const cells = columnsFor(form, table.columns).map(
    (column) => `${cellOf(form, column)} as ${pg.escapeIdentifier(headerOf(form, column))}`,
  );
  return `${table.with === undefined ? '' : `with ${table.with}`} select ${cells.join(', ')} ${table.from}`;
}

function cellOf(form: Form, { type, sql, spoken: words }: Column): string {
  return WRITTEN[type][form](form === 'machine' ? sql : (words ?? sql));
}

function headerOf(form: Form, { name, title }: Column): string {
  return form === 'people' && title !== null ? title : name;
}
