import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TrailDto, TrailEntryDto } from '../../src/reporting/trail/trail.dto.js';
import { ACTIONS, FIELDS } from '../../src/reporting/trail/trail-words.js';
import type { PersonKey } from '../support/city.js';
import { insertRow } from '../support/rows.js';
import { Stage } from '../support/stage.js';
import { OPERATIONS } from './access-matrix/operations.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  const { kita, school } = stage.city.houses;
  await stage
    .as('coordinator')
    .patch(`/api/institutions/${kita.id}`, { name: 'Kita Ölberg', phone: '02323 1234' }, 1);
  await stage
    .as('lead')
    .post('/api/groups', { institutionId: kita.id, name: '3b', schoolYear: 2026, size: 5 });
  await stage.as('coordinator').patch(`/api/institutions/${school.id}`, { name: 'Eichenschule' }, 1);
  await stage.as('lead').delete(`/api/invitations/${stage.city.invitations.lead}`);
  await insertRow(stage.db, 'audit_events', {
    ...{ chain: kita.id, action: 'demo.load', objectType: 'demo', fields: [] },
  });
});
afterAll(() => stage.close());

const person = (key: PersonKey): string => stage.city.people[key].id;

async function read(query = ''): Promise<TrailDto> {
  const answer = await stage.as('administrator').get<TrailDto>(`/api/audit-events?${query}`);
  expect(answer.status).toBe(200);
  return answer.json;
}

const sentences = ({ items }: TrailDto): string[] =>
  items.map(({ actorName, sentence, fields }) =>
    [
      actorName?.replace('KANARIENVOGEL-PERSON-', ''),
      `${sentence}${fields.length > 0 ? ':' : ''}`,
      fields.join(', '),
    ]
      .filter(Boolean)
      .join(' '),
  );

describe('the trail', () => {
  test('is read as sentences, newest first', async () => {
    const { items } = await read();
    expect(sentences({ items: items.slice(0, 5), next: null })).toEqual([
      'hat die erfundene Beispielstadt geladen',
      expect.stringMatching(/^lead hat die Einladung zurückgezogen: KANARIENVOGEL-EINLADUNG/),
      'coordinator hat die Einrichtung „Eichenschule“ geändert: Name',
      'lead hat die Gruppe „3b“ angelegt: Einrichtung, Name, Kita-/Schuljahr, Anzahl der Kinder',
      'coordinator hat die Einrichtung „Kita Ölberg“ geändert: Name, Telefon',
    ]);
    expect(items[4]).toMatchObject({
      ...{ objectType: 'institution', objectId: stage.city.houses.kita.id, objectName: 'Kita Ölberg' },
      ...{ institutionName: 'Kita Ölberg', origin: '127.0.0.0/24' },
    });
  });

  test('comes in pages without gaps', async () => {
    const all = (await read()).items;
    const paged: TrailEntryDto[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: TrailDto = await read(`limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.next;
    }
    expect(paged).toEqual(all);
    const foreign = Buffer.from(JSON.stringify([person('lead'), 7])).toString('base64url');
    const answer = await stage.as('administrator').get(`/api/audit-events?cursor=${foreign}`);
    expect(answer.status).toBe(400);
  });

  test('can be narrowed by person, action, object, house and day', async () => {
    const { kita, school } = stage.city.houses;
    const all = (await read()).items;
    const expected: [string, (entry: TrailEntryDto) => boolean][] = [
      [`actorId=${person('lead')}`, ({ actorId }) => actorId === person('lead')],
      ['action=institution.update', ({ action }) => action === 'institution.update'],
      ['objectType=group', ({ objectType }) => objectType === 'group'],
      [`objectId=${school.id}`, ({ objectId }) => objectId === school.id],
      [`institutionId=${kita.id}`, ({ institutionId }) => institutionId === kita.id],
      [`from=${stage.city.today}&to=${stage.city.today}`, () => true],
      ['to=2020-01-01', () => false],
      ['from=2199-01-01', () => false],
    ];
    for (const [query, fits] of expected) {
      expect([query, (await read(query)).items]).toEqual([query, all.filter(fits)]);
    }
    expect((await stage.as('administrator').get('/api/audit-events?action=no.such')).status).toBe(400);
  });

  test('counts a day from midnight to midnight in Berlin', async () => {
    // 31 Jul 2026 23:59:59 and 1 Aug 00:00 in Berlin are both 31 Jul in UTC.
    const chain = person('coach');
    await insertRow(stage.db, 'audit_events', { chain, action: 'demo.load', objectType: 'demo', fields: [] });
    const at = async (instant: string): Promise<number> => {
      await stage.db.query('update audit_events set at = $1 where chain = $2', [instant, chain]);
      return (await read('from=2026-08-01&to=2026-08-01')).items.length;
    };
    expect(await at('2026-07-31T21:59:59Z')).toBe(0);
    expect(await at('2026-07-31T22:00:00Z')).toBe(1);
    expect(await at('2026-08-01T21:59:59Z')).toBe(1);
    expect(await at('2026-08-01T22:00:00Z')).toBe(0);
    await stage.db.query('delete from audit_events where chain = $1', [chain]);
  });

  test('leaves as a file for people with the same filter', async () => {
    const path = `/api/exports/audit-events.csv?objectId=${stage.city.houses.kita.id}`;
    const { text, headers } = await stage.as('administrator').get(path);
    const [header, ...lines] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(header).toBe('Zeitpunkt;Person;Vorgang;Gegenstand;Einrichtung;Felder;Netz');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^\d\d\.\d\d\.\d{4} \d\d:\d\d;KANARIENVOGEL-PERSON-coordinator;Einrichtung geändert;Kita Ölberg;Kita Ölberg;Name, Telefon;127/,
    );
    expect(headers['content-disposition']).toMatch(/olympia-ruft_protokoll_\d{4}-\d\d-\d\d\.csv/);
    expect((await stage.trail('audit_event.export'))[0]!.fields).toEqual(['objectId']);
  });
});

describe('the German words', () => {
  test('are there for every action that the server writes', () => {
    const composed = ['group', 'institution'].flatMap((object) =>
      ['create', 'update', 'remove'].map((verb) => `${object}.${verb}`),
    );
    const written = [...actionsInSource(), ...composed, ...actionsInMatrix()];
    expect(written.length).toBeGreaterThan(40);
    expect(written.filter((action) => !(action in ACTIONS))).toEqual([]);
  });

  test('are there for every field that an operation writes', () => {
    const fields = Object.values(OPERATIONS).flatMap(({ writes }) => writes?.fields ?? []);
    expect([...new Set(fields)].filter((field) => !(field in FIELDS))).toEqual([]);
  });

  test('are all offered as a filter', async () => {
    const { json } = await stage.as('administrator').get<{ items: object[] }>('/api/audit-events/actions');
    expect(json.items).toHaveLength(Object.keys(ACTIONS).length);
  });
});

function actionsInMatrix(): string[] {
  return Object.values(OPERATIONS).flatMap(({ writes }) => (writes ? [writes.action] : []));
}

/** What stands where an action is named: `action: '…'`, `record('…'`, or one of two after a condition. */
function actionsInSource(): string[] {
  const src = join(import.meta.dirname, '..', '..', 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!spec)\.ts$/.test(file),
  );
  return files
    .map((file) => readFileSync(join(src, file), 'utf8'))
    .filter((text) => text.includes('udit'))
    .flatMap((text) => [...text.matchAll(/(?:action: |record\(\s*|[?:] )'([a-z_]{3,}\.[a-z_]+)'/g)])
    .map((match) => match[1]!);
}
