/** A column: its key in the file for machines, its German heading, and what it is. */
type Column = readonly [key: string, heading: string, sql: string];

/** One table of the answer: what is stored of the person in one respect. */
export interface PersonSection {
  key: string;
  title: string;
  columns: readonly Column[];
  /** FROM and WHERE; `s` has the person: `account`, `staff` (ids of records), `emails`, `names`. */
  from: string;
  where: string;
  order?: string;
}

export const house = (of: string): Column => [
  'institution',
  'Einrichtung',
  `(select i.name from institutions i where i.id = ${of})`,
];
export const training = (of: string): Column => [
  'training',
  'Fortbildung',
  `(select t.title from trainings t where t.id = ${of})`,
];
export const at = (sql: string, key = 'at', heading = 'Zeitpunkt'): Column => [key, heading, sql];
export const day = (sql: string, key = 'day', heading = 'Tag'): Column => [key, heading, `${sql}::text`];

/** @returns SQL with parameters: account id or null, ids of staff records, e-mail addresses, names */
export function sectionStatement({ columns, from, where, order }: PersonSection): string {
  const listed = columns.map(([key, , sql]) => `${sql} as "${key}"`).join(', ');
  return `with s as (select $1::uuid as account, $2::uuid[] as staff, $3::text[] as emails, $4::text[] as names)
    select ${listed} from ${from}, s where ${where}${order === undefined ? '' : ` order by ${order}`}`;
}
