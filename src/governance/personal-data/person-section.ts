/** A column: its key in the file for machines, its German heading, and what it is. */
type Column = readonly [key: string, heading: string, sql: string];

/** One table of the answer: what is stored of the person in one respect. */
export interface PersonSection {
  key: string;
  title: string;
  columns: readonly Column[];
  /** FROM and WHERE; `s` has the person: see `SUBJECT`. */
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

// The address of an account was proved by an invitation. Names, and addresses of records, are what somebody has typed: whoever types
// those of somebody else must not be given what is kept of them, so they count only in the person's own houses and cities.
const SUBJECT = `given as (select $1::uuid as account, $2::uuid[] as staff, $3::text[] as emails, $4::text[] as names),
  houses as (select r.institution_id as id from account_roles r, given where r.account_id = given.account and r.institution_id is not null
    union select c.institution_id from coach_assignments c, given where c.account_id = given.account
    union select m.institution_id from staff_members m, given where m.id = any (given.staff)
    union select p.institution_id from staff_positions p, given where p.staff_member_id = any (given.staff)),
  s as (select given.*, array(select lower(a.email) from accounts a where a.id = given.account) as proved,
    array(select id from houses) as houses, array(select i.municipality_id from institutions i join houses on houses.id = i.id
      union select r.municipality_id from account_roles r where r.account_id = given.account and r.municipality_id is not null) as towns
    from given)`;

/** @returns SQL with parameters: account id or null, ids of staff records, e-mail addresses, names */
export function sectionStatement({ columns, from, where, order }: PersonSection): string {
  const listed = columns.map(([key, , sql]) => `${sql} as "${key}"`).join(', ');
  return `with ${SUBJECT}
    select ${listed} from ${from}, s where ${where}${order === undefined ? '' : ` order by ${order}`}`;
}
