import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type pg from 'pg';
import { addDays } from '../../../src/kernel/calendar/calendar-date.js';
import { type TestApp, startApp } from '../../support/app.js';
import { type Asker, ASKERS, seesHouse, seesPerson } from '../../support/askers.js';
import { buildCity, CANARY, type City, HOUSES, type Person, PEOPLE, signedIn } from '../../support/city.js';
import type { Answer, Client, Sent } from '../../support/client.js';
import type { Route } from '../../support/openapi.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { giveToken } from '../../support/access-token.js';
import { addCertificateRows } from '../../support/certificate-rows.js';
import { addChildRows, CHILD_HOUSES } from '../../support/child-rows.js';
import { emptyPage } from '../../support/empty-page.js';
import { connect, insertRow, rowsOf } from '../../support/rows.js';
import { addSealedRows, type HeldRows } from '../../support/sealed-rows.js';
import { Snapshot } from '../../support/snapshot.js';
import { addTabletRows } from '../../support/tablet-rows.js';
import { addTestDayRows, type TestDayRows } from '../../support/test-day-rows.js';
import { addTrainingRows } from '../../support/training-rows.js';
import { CODE_CANARY, codesOf } from './child-operations.js';
import { isPaper, readable, textOf } from './file-text.js';
import {
  type Facts,
  IMPORTERS,
  type Operation,
  type Reference,
  type Target,
  TOKEN_OWNERS,
} from './operation.js';
import { withId } from './references.js';
import { certificates, holderOf, holdsCertificate } from './training-targets.js';
import { RELEASE_CANARY, releasesOf } from './test-day-operations.js';
import {
  at,
  isTheirs,
  activities,
  coordinatesIt,
  invitations,
  PARTICIPATING,
  seesActivity,
  seesAdvice,
  seesBooking,
  towns,
} from './targets.js';
import { staffOfAsker } from './training-operations.js';

export interface AuditRow {
  action: string;
  object_type: string;
  object_id: string;
  actor_id: string;
  institution_id: string | null;
  request_id: string;
  fields: string[];
  whole: string;
}

/** The application with the city behind it, and everything that is asked of each answer. */
export class Bench {
  private constructor(
    readonly app: TestApp,
    readonly facts: Facts,
    readonly snapshot: Snapshot,
    /** Above all policies. */
    readonly db: pg.Client,
    readonly database: FreshDatabase,
  ) {}

  static async open(overrides: Parameters<typeof startApp>[1] = {}): Promise<Bench> {
    const database = await freshDatabase();
    const db = await connect(database.superuser);
    const facts = await factsOf(db);
    // Used in the future: otherwise a session is noted as used after five minutes, which takes long on a busy machine.
    await db.query(`update sessions set last_seen_at = now() + interval '1 day'`);
    const app = await startApp(database.runtime, overrides);
    return new Bench(app, facts, await Snapshot.take(db), db, database);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.db.end();
    await this.database.drop();
  }

  clientOf(person: Person): Client {
    return signedIn(this.app, person);
  }

  unknown(): Target {
    return { label: 'unknown', id: randomUUID() };
  }

  /** Sends the operation at a target, and holds the answer against what nobody but the asker may see. */
  async ask(
    client: Client,
    { method, path }: Route,
    { send, query, tells }: Operation,
    target: Target,
    asker: Asker | null,
    reference?: Pick<Reference, 'field' | 'in' | 'among'> & { id: string },
  ): Promise<Answer> {
    const answer = await this.send(client, { method, path }, { send, query }, target, asker, reference);
    const told = asker === null ? [] : (tells?.(asker) ?? []);
    expect(this.leaksIn(answer, asker).filter((canary) => !told.includes(canary))).toEqual([]);
    expect(answer.status).toBeLessThan(500);
    return answer;
  }

  /** The same without judging the answer. */
  async send(
    client: Client,
    { method, path }: Pick<Route, 'method' | 'path'>,
    { send, query }: Pick<Operation, 'send' | 'query'>,
    target: Target,
    asker: Asker | null,
    reference?: Pick<Reference, 'field' | 'in' | 'among'> & { id: string },
  ): Promise<Answer> {
    const sent: Sent = { ...send?.(target, this.facts, asker ?? ASKERS[0]!) };
    const search = new URLSearchParams(query?.(target, this.facts));
    if (reference?.in === 'query') search.set(reference.field, reference.id);
    const url = `${path.replace('{id}', target.id).replace('{type}', 'csv')}${search.size > 0 ? `?${search.toString()}` : ''}`;
    if (reference?.in === 'body') sent.body = this.bodyWith(sent.body as object, reference, target);
    return readable(await client.send(method, url, sent));
  }

  private bodyWith(
    body: object,
    { field, id, among }: Pick<Reference, 'field' | 'among'> & { id: string },
    good: Target,
  ): object {
    return among ? { ...body, ...among(id, this.facts, good) } : withId(body, field, id);
  }

  /** Canaries in an answer, its headers among it, that the asker must not see. */
  leaksIn(answer: Answer, asker: Asker | null): string[] {
    const seen = `${JSON.stringify(answer.headers)}\n${textOf(answer)}`;
    const canaries: string[] =
      seen.match(
        new RegExp(
          `${CANARY}-(HAUS|PERSON|NOTIZ|EINLADUNG|BUCHUNG|BERATUNG|BESCHEINIGT|FACHKRAFT|BERICHT)-[\\w-]+`,
          'g',
        ),
      ) ?? [];
    canaries.push(...(seen.match(CODE_CANARY) ?? []), ...(seen.match(RELEASE_CANARY) ?? []));
    const allowed = asker === null ? [] : this.canariesOf(asker);
    // On paper the next line follows at once.
    const isAllowed = (canary: string): boolean =>
      isPaper(answer) ? allowed.some((one) => canary.startsWith(one)) : allowed.includes(canary);
    return canaries.filter((canary) => !isAllowed(canary));
  }

  /** What the trail has that it had not before. */
  async newAuditRows(): Promise<AuditRow[]> {
    return rowsOf<AuditRow>(
      this.db,
      `select e.*, e::text as whole from audit_events e
       where not exists (select from snapshot.audit_events s where s.chain = e.chain and s.seq = e.seq)`,
    );
  }

  private canariesOf(asker: Asker): string[] {
    const own = (target: Target): boolean => asker.administrator || isTheirs(asker, target);
    return [
      ...HOUSES.filter((house) => seesHouse(asker, house)).map((house) => `${CANARY}-HAUS-${house}`),
      ...PEOPLE.filter((person) => seesPerson(asker, person)).map((person) => `${CANARY}-PERSON-${person}`),
      ...activities(this.facts)
        .filter((target) => seesActivity(asker, target))
        .map(({ id }) => `${CANARY}-NOTIZ-${id}`),
      ...PARTICIPATING.filter((house) => seesBooking(asker, at(house))).map(
        (house) => `${CANARY}-BUCHUNG-${house}`,
      ),
      ...PARTICIPATING.filter((house) => seesAdvice(asker, at(house))).map(
        (house) => `${CANARY}-BERATUNG-${house}`,
      ),
      ...invitations(this.facts)
        .filter(own)
        .map(({ id }) => `${CANARY}-EINLADUNG-${id}`),
      ...certificates(this.facts)
        .filter((target) => holdsCertificate(asker, target))
        .map((target) => `${CANARY}-BESCHEINIGT-${holderOf(target, this.facts)}`),
      ...towns(this.facts)
        .filter((target) => coordinatesIt(asker, target))
        .map(({ label }) => `${CANARY}-BERICHT-${label}`),
      ...staffOfAsker(asker),
      ...codesOf(asker),
      ...releasesOf(asker),
      `${CANARY}-FACHKRAFT-${asker.self}`,
    ];
  }
}

/** An answer without what differs from one request to the next, or only repeats the id that was asked for. */
export function comparable(answer: Answer, id: string): object {
  const { status, headers } = answer;
  const plain = textOf(answer)
    .replaceAll(id, 'ID')
    .replace(/\d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr/, 'Stand')
    .replace(/"requestId":"[^"]*"/, '')
    .replace(/"dataAt":"[^"]*"/, '');
  const { date: _date, 'x-request-id': _id, 'content-length': _length, ...stable } = headers;
  return { status, headers: stable, plain };
}

async function sessionsOf(
  db: pg.Client,
  open: Facts['training']['open'],
): Promise<Facts['trainingSessions']> {
  const rows = await rowsOf<{ id: string; training: string }>(
    db,
    'select id, training_id as training from training_sessions',
  );
  const of = (training: string): string => rows.find((row) => row.training === training)!.id;
  return { own: of(open.own), distant: of(open.distant) };
}

async function mailIn(db: pg.Client, municipalityId: string): Promise<string> {
  const id = randomUUID();
  const letter = JSON.stringify({ subject: 'S', before: [], link: 'https://x', linkLabel: 'L', after: [] });
  const mail = { kind: 'training_confirmed', recipientAddress: 'post@example.org', state: 'failed', letter };
  await insertRow(db, 'mail_outbox', { id, municipalityId, ...mail });
  return id;
}

/** Its paper says whose it is. */
async function annualReportOf(db: pg.Client, municipalityId: string, town: string): Promise<string> {
  const [id, now] = [randomUUID(), new Date()];
  const file = emptyPage(`${CANARY}-BERICHT-${town}`);
  const made = { state: 'done', content: '{}', file, dataAt: now, finishedAt: now };
  await insertRow(db, 'annual_reports', { id, municipalityId, schoolYear: 2020, ...made });
  return id;
}

/** Of two years: one published, one prepared. */
async function addPublications(db: pg.Client, city: City): Promise<Facts['publications']> {
  const towns = [city.municipalityId, city.distantMunicipalityId] as const;
  const at = new Date();
  const counted = { dataAt: at, preparedAt: at };
  const summary = JSON.stringify({ hiddenByReason: {}, regions: [], cubes: [] });
  const add = async (municipalityId: string, schoolYear: number, more: object): Promise<string> => {
    const id = randomUUID();
    await insertRow(db, 'publications', { id, municipalityId, schoolYear, summary, ...counted, ...more });
    const cell = { position: 1, block: 'tested', scheme: 'region', state: 'rounded', count: 25 };
    await insertRow(db, 'publication_cells', { publicationId: id, municipalityId, ...cell });
    const fingerprint = Buffer.from('of other rows');
    await insertRow(db, 'publication_freezes', { publicationId: id, municipalityId, fingerprint });
    return id;
  };
  const published = async (municipalityId: string): Promise<string> => {
    await insertRow(db, 'publication_schemes', { municipalityId, schoolYear: 2019, halves: false });
    const done = { state: 'published', revision: 1, halves: false, publishedAt: at };
    return add(municipalityId, 2019, done);
  };
  const prepared = (town: string): Promise<string> => add(town, 2020, { state: 'prepared' });
  return {
    published: [await published(towns[0]), await published(towns[1])],
    prepared: [await prepared(towns[0]), await prepared(towns[1])],
  };
}

async function factsOf(db: pg.Client): Promise<Facts> {
  const city = await buildCity(db);
  const rows = await rowsOf<{ id: string; account_id: string }>(db, 'select id, account_id from sessions');
  const sessions = Object.fromEntries(
    PEOPLE.map((key) => [key, rows.find((row) => row.account_id === city.people[key].id)?.id ?? '']),
  ) as Facts['sessions'];
  const deleted = { kita: randomUUID(), school: randomUUID() };
  for (const house of ['kita', 'school'] as const) {
    const { id: institutionId, groupId } = city.houses[house];
    const authorId = city.people[house === 'kita' ? 'educator' : 'schoolEducator'].id;
    await insertRow(db, 'activities', {
      ...{ institutionId, id: deleted[house], groupId, authorId, heldOn: city.today },
      ...{ focusArea: 'active_learning', minutes: 30, childrenPresent: 3, deletedAt: new Date() },
    });
  }
  const mistakes = { school: randomUUID(), distant: randomUUID() };
  for (const house of ['school', 'distant'] as const) {
    const [institutionId, day] = [city.houses[house].id, addDays(city.today, -700)];
    const run = { status: 'cancelled', reason: 'Irrtum' };
    await insertRow(db, 'participations', { institutionId, id: mistakes[house], ...run, endedOn: day });
    const step = { id: randomUUID(), participationId: mistakes[house], reachedOn: day };
    await insertRow(db, 'participation_steps', { institutionId, ...step, ...run });
  }
  const [holiday] = await rowsOf<{ id: string }>(
    db,
    'select id from school_holidays order by first_day limit 1',
  );
  const [focusArea] = await rowsOf<{ id: string }>(
    db,
    'select id from focus_areas order by position limit 1',
  );
  const training = await addTrainingRows(db, city);
  const child = await addChildRows(db, city);
  const testDays = await addTestDayRows(db, city, child);
  await addFinishedTask(db, city, testDays);
  return {
    ...city,
    ...{ training, child, testDays },
    held: await addSealing(db, city),
    certificates: (await addCertificateRows(db, city, training)).certificates,
    trainingSessions: await sessionsOf(db, training.open),
    focusAreaId: focusArea!.id,
    sessions,
    deleted,
    mistakes,
    holidayId: holiday!.id,
    annualReports: [
      await annualReportOf(db, city.municipalityId, 'own'),
      await annualReportOf(db, city.distantMunicipalityId, 'distant'),
    ],
    publications: await addPublications(db, city),
    mails: [await mailIn(db, city.municipalityId), await mailIn(db, city.distantMunicipalityId)],
    imports: await addImports(db, city),
    tablets: await addTabletRows(db, city),
    tokens: await addSecurity(db, city),
  };
}

/** Held entries, and for everybody what is made when it is asked for first: reading shall write nothing here. */
async function addSealing(db: pg.Client, city: City): Promise<HeldRows> {
  for (const key of PEOPLE) {
    const { teaches = [], leads = [], coaches = [] } = ASKERS.find(({ self }) => self === key) ?? {};
    const houses = [...teaches, ...leads, ...coaches].map((house) => city.houses[house].id);
    const keys = { storageKey: randomBytes(32), ticket: randomBytes(32), houses };
    await insertRow(db, 'account_outbox_keys', { accountId: city.people[key].id, ...keys });
  }
  return addSealedRows(db, city);
}

/** A task with its value, so that there is something to tell the parents. */
async function addFinishedTask(db: pg.Client, { houses }: City, { assessments }: TestDayRows): Promise<void> {
  const [protocol] = await rowsOf<{ id: string }>(db, `select id from test_protocols where item_code = 'RB'`);
  for (const house of CHILD_HOUSES) {
    const result = { protocolId: protocol!.id, itemCode: 'RB', state: 'done', value: 3 };
    await insertRow(db, 'results', {
      ...{ institutionId: houses[house].id, id: randomUUID(), assessmentId: assessments[house], ...result },
    });
  }
}

/** Tokens, and a second factor of somebody who asks nothing here. @returns the tokens' ids */
async function addSecurity(db: pg.Client, { people }: City): Promise<Facts['tokens']> {
  const accountId = people.distantLead.id;
  await insertRow(db, 'second_factors', {
    accountId,
    secret: Buffer.from('secret'),
    confirmedAt: new Date(),
  });
  const ids: Partial<Facts['tokens']> = {};
  for (const person of TOKEN_OWNERS) ids[person] = (await giveToken(db, people[person].id)).id;
  return ids as Facts['tokens'];
}

/** An empty draft and an import that wrote nothing, for each of those who may read files in. */
async function addImports(db: pg.Client, city: City): Promise<Facts['imports']> {
  const imports: Partial<Facts['imports']> = {};
  for (const person of IMPORTERS) {
    const place = {
      municipalityId: person === 'distantCoordinator' ? city.distantMunicipalityId : city.municipalityId,
      createdBy: city.people[person].id,
    };
    const columns = JSON.stringify([{ header: 'Gruppe', field: 'name', samples: [] }]);
    const totals = JSON.stringify({ new: 0, changed: 0, unchanged: 0, wrong: 0 });
    const file = { kind: 'groups', encoding: 'utf-8', delimiter: ';', columns, rowCount: 0, totals };
    const expiresAt = new Date(Date.now() + 3_600_000);
    const ids = { draft: randomUUID(), done: randomUUID() };
    await insertRow(db, 'imports', { id: ids.draft, ...place, ...file, expiresAt });
    await insertRow(db, 'imports', {
      id: ids.done,
      ...place,
      ...file,
      expiresAt,
      state: 'done',
      result: '{}',
    });
    imports[person] = ids;
  }
  return imports as Facts['imports'];
}
