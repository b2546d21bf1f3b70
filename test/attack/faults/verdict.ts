import type pg from 'pg';
import { sentenceOf, verifyTrail } from '../../../src/audit/verification/trail-verification.js';
import { rowsOf } from '../../support/rows.js';
import { wrongSums } from '../../support/sums.js';
import type { Entry, Kind, Ledger } from './ledger.js';

type Created = Extract<Kind, 'activity' | 'trial' | 'booking'>;

interface Stored {
  id: string;
  content: string;
}

/** Where each kind of record is kept, and what of it the browser has sent. */
const TABLES: Record<Created, { table: string; columns: Record<string, string>; action: string }> = {
  activity: {
    table: 'activities',
    columns: {
      ...{ institutionId: 'institution_id', groupId: 'group_id', heldOn: 'held_on', minutes: 'minutes' },
      ...{ focusArea: 'focus_area', childrenPresent: 'children_present', note: 'note' },
    },
    action: 'activity.create',
  },
  trial: {
    table: `(select t.*, r.protocol_id, a.child_id, a.test_day_id from trials t
      join results r on (r.institution_id, r.id) = (t.institution_id, t.result_id)
      join assessments a on (a.institution_id, a.id) = (r.institution_id, r.assessment_id))`,
    columns: {
      ...{ testDayId: 'test_day_id', protocolId: 'protocol_id', childId: 'child_id', number: 'number' },
      ...{ value: 'value', valid: 'valid', confirmed: 'confirmed' },
    },
    action: 'trial.create',
  },
  booking: {
    table: 'module_bookings',
    columns: { institutionId: 'institution_id', moduleId: 'module_id', remarks: 'remarks' },
    action: 'module_booking.create',
  },
};

/** What is wrong with a database after all that the browsers have sent and were told; nothing if all is well. `db` is above all policies. */
export async function whatIsWrong(db: pg.Client, ledger: Ledger): Promise<string[]> {
  const found: string[] = [];
  for (const kind of ['activity', 'trial', 'booking'] as const)
    found.push(...(await wrongRecords(db, ledger.of(kind), kind)));
  found.push(...(await wrongArrivals(db, ledger)));
  found.push(...(await wrongRegistrations(db, ledger)));
  found.push(...(await wrongHouses(db, ledger)));
  found.push(...(await rows(db, WRONG_SEATS)));
  found.push(...(await rows(db, WRONG_LETTERS)));
  found.push(...(await verifyTrail(db)).faults.map(sentenceOf));
  found.push(...(await wrongSums(db)).map(({ row }) => `sums ${JSON.stringify(row)}`));
  return found;
}

/** Ids of acknowledged creations that are not there. */
export async function lostOf(db: pg.Client, ledger: Ledger, kind: Created): Promise<string[]> {
  const stored = new Set((await recordsOf(db, kind)).map(({ id }) => id));
  return ledger
    .of(kind)
    .filter(({ fate, id }) => fate === 'acknowledged' && !stored.has(id))
    .map(({ id }) => id);
}

async function wrongRecords(db: pg.Client, entries: Entry[], kind: Created): Promise<string[]> {
  const stored = new Map((await recordsOf(db, kind)).map(({ id, content }) => [id, content]));
  const found = await wrongTrail(db, TABLES[kind].action, new Map([...stored.keys()].map((id) => [id, 1])));
  for (const { id, fate, content } of entries) {
    const row = stored.get(id);
    stored.delete(id);
    if (row === undefined && fate === 'acknowledged')
      found.push(`${kind} ${id} was acknowledged and is lost`);
    if (row !== undefined && row !== contentOf(kind, content))
      found.push(`${kind} ${id} is ${row} instead of ${contentOf(kind, content)}`);
  }
  for (const id of stored.keys()) found.push(`${kind} ${id} was sent by nobody`);
  return found;
}

async function recordsOf(db: pg.Client, kind: Created): Promise<Stored[]> {
  const { table, columns } = TABLES[kind];
  const parts = Object.values(columns).map((column) => `${column}::text`);
  return rowsOf<Stored>(db, `select id, concat_ws(' | ', ${parts.join(', ')}) as content from ${table} t`);
}

function contentOf(kind: Created, content: Entry['content']): string {
  return Object.keys(TABLES[kind].columns)
    .map((name) => String(content[name]))
    .join(' | ');
}

/** Each change has as many entries in the trail as it was made, and no more. */
async function wrongTrail(db: pg.Client, action: string, wanted: Map<string, number>): Promise<string[]> {
  const trail = await rowsOf<{ id: string; times: number }>(
    db,
    'select object_id as id, count(*)::int as times from audit_events where action = $1 group by 1',
    [action],
  );
  const noted = new Map(trail.map(({ id, times }) => [id, times]));
  const ids = new Set([...noted.keys(), ...wanted.keys()]);
  return [...ids].flatMap((id) => {
    const [is, should] = [noted.get(id) ?? 0, wanted.get(id) ?? 0];
    return is === should ? [] : [`${action} ${id} stands ${is} times in the trail instead of ${should}`];
  });
}

/** What came sealed: its record and the note that it has arrived are both there, or neither. */
async function wrongArrivals(db: pg.Client, ledger: Ledger): Promise<string[]> {
  const noted = new Set(
    (await rowsOf<Pick<Stored, 'id'>>(db, 'select id from sealed_arrivals')).map(({ id }) => id),
  );
  const stored = new Set((await recordsOf(db, 'activity')).map(({ id }) => id));
  return ledger.of('activity').flatMap(({ id, arrival }) => {
    if (arrival === undefined || noted.has(arrival) === stored.has(id)) return [];
    return [`activity ${id} came sealed and is half there`];
  });
}

interface RegistrationRow {
  id: string;
  state: string;
  key: string;
}

async function wrongRegistrations(db: pg.Client, ledger: Ledger): Promise<string[]> {
  const stored = await rowsOf<RegistrationRow>(
    db,
    `select id, state, training_id || ' ' || staff_member_id as key from training_registrations`,
  );
  const byKey = new Map(stored.map((row) => [row.key, row]));
  const found = await wrongTrail(
    db,
    'training_registration.create',
    new Map(stored.map(({ id }) => [id, 1])),
  );
  for (const { id, fate, content } of ledger.of('registration')) {
    const key = `${String(content['trainingId'])} ${String(content['staffMemberId'])}`;
    if (fate === 'acknowledged' && byKey.get(key)?.id !== id) found.push(`registration ${key} is lost`);
    byKey.delete(key);
  }
  for (const key of byKey.keys()) found.push(`registration ${key} was sent by nobody`);
  return [...found, ...(await wrongWithdrawals(db, ledger, stored))];
}

async function wrongWithdrawals(db: pg.Client, ledger: Ledger, stored: RegistrationRow[]): Promise<string[]> {
  const given = stored.filter(({ state }) => state === 'withdrawn').map(({ id }) => id);
  const found = await wrongTrail(db, 'training_registration.withdraw', new Map(given.map((id) => [id, 1])));
  const asked = ledger.of('withdrawal');
  for (const { id, fate } of asked)
    if (fate === 'acknowledged' && !given.includes(id)) found.push(`withdrawal of ${id} is lost`);
  for (const id of given)
    if (!asked.some((entry) => entry.id === id)) found.push(`${id} was withdrawn by nobody`);
  return found;
}

/** A change has no id of its own, only the version it makes: one that got no answer may have arrived and been changed again since. */
async function wrongHouses(db: pg.Client, ledger: Ledger): Promise<string[]> {
  const changes = ledger.of('house');
  const found: string[] = [];
  for (const id of new Set(changes.map((entry) => entry.id))) {
    const own = changes.filter((entry) => entry.id === id);
    const versions = own.flatMap(({ version }) => (version === undefined ? [] : [version]));
    const maybe = own.reduce((sum, { unanswered }) => sum + unanswered, 0);
    const [row] = await rowsOf<{ version: number; contact: string; noted: number }>(
      db,
      `select version, contact_name as contact, (select count(*)::int from audit_events
         where action = 'institution.update' and object_id = i.id) as noted from institutions i where id = $1`,
      [id],
    );
    const { version, contact, noted } = row!;
    const last = own.find((entry) => entry.version === version);
    if (new Set(versions).size !== versions.length) found.push(`house ${id}: one version was given to two`);
    if (Math.max(1, ...versions) > version) found.push(`house ${id}: an acknowledged version is lost`);
    if (last && last.content['contactName'] !== contact)
      found.push(`house ${id}: the last change is not there`);
    if (noted !== version - 1)
      found.push(`house ${id}: ${noted} entries in the trail for ${version - 1} changes`);
    if (noted < versions.length || noted > versions.length + maybe)
      found.push(
        `house ${id}: ${noted} changes of ${versions.length} acknowledged and ${maybe} unanswered ones`,
      );
  }
  return found;
}

const rows = async (db: pg.Client, sql: string): Promise<string[]> =>
  (await rowsOf<{ wrong: string }>(db, sql)).map(({ wrong }) => wrong);

/** Seats over the capacity, free ones while somebody waits, counters that count wrong, places in the line given twice. */
const WRONG_SEATS = `
  select 'seats ' || to_jsonb(s)::text as wrong from (
    select t.id, t.capacity, t.confirmed, t.waiting, t.arrivals,
      count(r.*) filter (where r.state = 'confirmed') as has_seat, count(r.*) filter (where r.state = 'waiting') as waits,
      count(distinct r.arrival) as places, count(r.*) as people
    from trainings t left join training_registrations r on r.training_id = t.id group by t.id) s
  where has_seat > capacity or has_seat <> confirmed or waits <> waiting or (waits > 0 and has_seat < capacity)
    or places <> people or arrivals <> people`;

/** Each registration is told about once. */
const WRONG_LETTERS = `
  select 'letters ' || to_jsonb(l)::text as wrong from (
    select m.email, count(r.*) as registrations, (select count(*) from mail_outbox o where o.recipient_address = m.email
      and o.kind in ('training_confirmed', 'training_waiting')) as letters
    from staff_members m left join training_registrations r on r.staff_member_id = m.id group by m.email) l
  where registrations <> letters`;
