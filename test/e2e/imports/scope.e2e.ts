import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImportDto } from '../../../src/imports/import.dto.js';
import { PEOPLE, type PersonKey } from '../../support/city.js';
import { Desk, type Kind, kitas } from './support.js';

let desk: Desk;
let draft: ImportDto;

beforeAll(async () => {
  desk = await Desk.open();
  draft = (await desk.upload(kitas({ code: 'K1', name: 'Kita KANARIENVOGEL-DATEI' }))).json;
});

afterAll(() => desk.close());

const SIGNED_OUT: PersonKey[] = ['disabled', 'expired'];
const MAY: Record<Kind, PersonKey[]> = {
  institutions: ['coordinator', 'administrator'],
  groups: ['coordinator', 'administrator', 'lead', 'schoolLead'],
};
const HOLDS_ROLE: Record<Kind, PersonKey[]> = {
  institutions: ['coordinator', 'administrator', 'distantCoordinator'],
  groups: ['coordinator', 'administrator', 'distantCoordinator', 'lead', 'schoolLead', 'distantLead'],
};

describe.each(['institutions', 'groups'] as const)('a file of %s', (kind) => {
  test.each(PEOPLE)('of the own municipality, by %s', async (by) => {
    const expected = SIGNED_OUT.includes(by)
      ? 401
      : !HOLDS_ROLE[kind].includes(by)
        ? 403
        : MAY[kind].includes(by)
          ? 201
          : 404;
    expect((await desk.upload(kitas({ code: 'Z', name: 'Z' }), { kind, by })).status).toBe(expected);
  });

  test('without a municipality, with an unknown one, with nonsense', async () => {
    const municipalities: [string | undefined, number][] = [
      [undefined, 400],
      ['x', 400],
      [randomUUID(), 404],
      [desk.city.distantMunicipalityId, 404],
    ];
    for (const [municipalityId, status] of municipalities) {
      const search = municipalityId === undefined ? '' : `?municipalityId=${municipalityId}`;
      const answer = await desk.as('coordinator').send('POST', `/api/imports/${kind}${search}`, {
        raw: kitas({ code: 'Z', name: 'Z' }),
        headers: { 'content-type': 'text/csv' },
      });
      expect(answer.status).toBe(status);
    }
    const unknown = await desk.upload('a\nb', {
      kind,
      by: 'administrator',
      query: { municipalityId: randomUUID() },
    });
    expect(unknown.status).toBe(404);
  });
});

describe("somebody else's import", () => {
  const calls: [string, (by: PersonKey, id: string) => Promise<{ status: number; text: string }>][] = [
    ['get', (by, id) => desk.as(by).get(`/api/imports/${id}`)],
    ['preview', (by, id) => desk.as(by).get(`/api/imports/${id}/preview`)],
    ['mapping', (by, id) => desk.as(by).put(`/api/imports/${id}/mapping`, { fields: [null] }, 1)],
    ['commit', (by, id) => desk.as(by).post(`/api/imports/${id}/commit`, { onlyGood: true }, { version: 1 })],
    ['undo', (by, id) => desk.as(by).post(`/api/imports/${id}/undo`)],
  ];

  test.each(calls)('looks like one that does not exist: %s', async (_, call) => {
    for (const by of ['administrator', 'distantCoordinator', 'lead'] as const) {
      const answers = [await call(by, draft.id), await call(by, randomUUID()), await call(by, 'x')];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect(answers.every(({ text }) => !text.includes('KANARIENVOGEL'))).toBe(true);
    }
    for (const by of ['educator', 'coach', 'programmeLead', 'roleless'] as const) {
      expect((await call(by, draft.id)).status).toBe(403);
    }
  });

  test('is in no list', async () => {
    for (const by of ['administrator', 'distantCoordinator', 'lead'] as const) {
      const { text } = await desk.as(by).get('/api/imports?limit=200');
      expect(text).not.toContain('KANARIENVOGEL-DATEI');
      expect(text).not.toContain(draft.id);
    }
  });
});

test('who no longer coordinates the municipality reaches neither draft nor undo', async () => {
  const { json } = await desk.upload(kitas({ code: 'Y', name: 'Kita Y' }));
  await desk.db.query('update account_roles set municipality_id = $2 where account_id = $1', [
    desk.city.people.coordinator.id,
    desk.city.distantMunicipalityId,
  ]);
  try {
    expect((await desk.commit(json)).status).toBe(404);
    expect((await desk.as('coordinator').get(`/api/imports/${json.id}/preview`)).status).toBe(404);
    expect((await desk.undo(json.id)).status).toBe(404);
  } finally {
    await desk.db.query('update account_roles set municipality_id = $2 where account_id = $1', [
      desk.city.people.coordinator.id,
      desk.city.municipalityId,
    ]);
  }
});

test('a lead reads in groups of the own house only; other houses are unknown', async () => {
  const { kita, school, distant } = desk.city.houses;
  const rows = [kita, school, distant].map(({ name }) => `${name};2026;Neu;20`);
  const { json } = await desk.upload(['Einrichtung;Schuljahr;Gruppe;Kinder', ...rows].join('\n'), {
    kind: 'groups',
    by: 'lead',
  });
  const previews = await desk.rows(json.id, 'lead');
  expect(previews.map(({ status }) => status)).toEqual(['new', 'wrong', 'wrong']);
  expect(previews[1]!.errors[0]!.message).toBe(previews[2]!.errors[0]!.message);
  const done = await desk.commit(json, { by: 'lead', onlyGood: true });
  expect(done.json.result).toMatchObject({ created: 1, skipped: 2 });
  expect(await desk.count('groups', `name = 'Neu' and institution_id = $1`, [kita.id])).toBe(1);
  expect((await desk.undo(json.id, 'lead')).json.state).toBe('undone');
  expect(await desk.count('groups', `name = 'Neu'`)).toBe(0);
});

test('a coordinator cannot move or touch houses of another municipality by their numbers', async () => {
  await desk.db.query(`update institutions set short_code = 'FERN' where id = $1`, [
    desk.city.houses.distant.id,
  ]);
  const { json } = await desk.upload(kitas({ code: 'FERN', name: 'Kita Nah' }));
  expect(json.totals.new).toBe(1);
  await desk.commit(json);
  const { rows } = await desk.db.query<{ name: string }>('select name from institutions where id = $1', [
    desk.city.houses.distant.id,
  ]);
  expect(rows[0]!.name).toBe(desk.city.houses.distant.name);
});
