import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PersonKey } from '../support/city.js';
import type { Answer } from '../support/client.js';
import { Stage } from '../support/stage.js';

type Row = Record<string, unknown>;

const SITUATION = {
  socialSituation: 'high',
  socialSituationSource: 'Sozialbericht',
  socialSituationYear: 2025,
};

let stage: Stage;
let number = 0;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const next = (): number => (number += 1);
const here = (): Row => ({ municipalityId: stage.city.municipalityId });

/** What a form of each kind would send at the least. */
const FORMS: Record<string, () => Row> = {
  municipalities: () => ({ name: 'Neustadt', key: `058${String(next()).padStart(5, '0')}` }),
  districts: () => ({ ...here(), name: `Bezirk ${next()}` }),
  institutions: () => ({
    ...{ ...here(), districtId: stage.city.districtIds[0], kind: 'kita' },
    ...{ name: `Kita ${next()}`, providerKind: 'municipal' },
  }),
  groups: () => ({
    ...{ institutionId: stage.city.houses.kita.id, schoolYear: stage.city.schoolYear },
    ...{ name: `Gruppe ${next()}`, size: 20 },
  }),
};

function create(path: string, more: Row = {}, by: PersonKey = 'administrator'): Promise<Answer> {
  return stage.as(by).post(`/api/${path}`, { ...FORMS[path]!(), ...more });
}

function change(path: string, stored: Answer, changes: Row): Promise<Answer> {
  const address = `/api/${path}/${stored.field('id')}`;
  return stage.as('administrator').patch(address, changes, Number(stored.json['version']));
}

/** Status, field and sentence of a refusal with one fault. */
function fault({ status, json }: Answer): unknown[] {
  const { errors } = json as unknown as { errors?: { field: string; message: string }[] };
  expect(errors?.[0]?.message).toBe(json['title']);
  return [status, ...(errors ?? []).flatMap(({ field, message }) => [field, message])];
}

describe.each<[string, PersonKey, Row]>([
  ['municipalities', 'administrator', { name: 'Altstadt' }],
  ['districts', 'coordinator', { position: 7, ...SITUATION }],
  ['institutions', 'coordinator', { street: 'Am Bach 1', places: 80 }],
  ['groups', 'lead', { size: 21 }],
])('%s', (path, by, changes) => {
  test('are made once, however often they are sent', async () => {
    const [id, form] = [randomUUID(), FORMS[path]!()];
    const made = await create(path, { ...form, id }, by);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ ...form, id, version: 1, archivedAt: null });
    const again = await create(path, { ...form, id }, by);
    expect([again.status, again.json]).toEqual([200, made.json]);
    const other = await create(path, { ...form, id, name: 'Etwas anderes' }, by);
    expect([other.status, other.json['code'], other.json['field']]).toEqual([422, 'id_reused', 'id']);
    const read = await stage.as(by).get(`/api/${path}/${id}`);
    expect([read.status, read.json]).toEqual([200, made.json]);
    const trail = await stage.trail(`${path.replace(/ies$/, 'y').replace(/s$/, '')}.create`);
    expect(trail.filter(({ object_id }) => object_id === id)).toHaveLength(1);
  });

  test('are changed from the version that was read, and no other', async () => {
    const made = await create(path, {}, by);
    const address = `/api/${path}/${made.field('id')}`;
    const blind = await stage.as(by).patch(address, changes);
    expect([blind.status, blind.json['code']]).toEqual([428, 'precondition_required']);
    const changed = await stage.as(by).patch(address, changes, 1);
    expect([changed.status, changed.json]).toEqual([200, { ...made.json, ...changes, version: 2 }]);
    const stale = await stage.as(by).patch(address, { name: 'Zu spät' }, 1);
    expect([stale.status, stale.json['code']]).toEqual([412, 'changed_meanwhile']);
    expect(stale.json['current']).toEqual(changed.json);
    expect((await stage.as(by).get(address)).json).toEqual(changed.json);
  });

  test('are archived, and come back', async () => {
    const made = await create(path, {}, by);
    const archived = await change(path, made, { archived: true });
    expect(archived.json).toEqual({ ...made.json, version: 2, archivedAt: expect.any(String) });
    const back = await change(path, archived, { archived: false });
    expect(back.json).toEqual({ ...made.json, version: 3 });
  });
});

describe('what there is only once', () => {
  test.each<[string, () => Row, string, string]>([
    ['municipalities', () => ({ key: '05912000' }), 'key', 'Gemeindeschlüssel: Diese Kommune gibt es schon.'],
    [
      'districts',
      () => ({ name: 'Börnig' }),
      'name',
      'Name: Diesen Stadtbezirk gibt es in der Kommune schon.',
    ],
    [
      'institutions',
      () => ({ kind: 'school', schoolNumber: '123456' }),
      'schoolNumber',
      'Schulnummer: Eine andere Schule hat diese Nummer schon.',
    ],
    [
      'institutions',
      () => ({ shortCode: 'MÜH' }),
      'shortCode',
      'Kurzzeichen: Eine andere Einrichtung hat dieses Kurzzeichen schon.',
    ],
    [
      'groups',
      () => ({ name: 'Igel' }),
      'name',
      'Name: Diese Gruppe gibt es in diesem Kita-/Schuljahr schon.',
    ],
  ])('%s: neither made nor changed to it %#', async (path, unique, field, message) => {
    expect((await create(path, unique())).status).toBe(201);
    expect(fault(await create(path, unique()))).toEqual([409, field, message]);
    const other = await create(path);
    const value = { [field]: unique()[field] };
    expect(fault(await change(path, other, value))).toEqual([409, field, message]);
  });

  test('does not reach beyond the municipality', async () => {
    const { distantMunicipalityId: municipalityId, distantDistrictId: districtId } = stage.city;
    for (const place of [{}, { municipalityId, districtId }]) {
      expect((await create('institutions', { shortCode: 'FERN', ...place })).status).toBe(201);
    }
  });
});

describe('an institution', () => {
  const source = 'Quelle der sozialen Lage fehlt: bitte angeben, woher die Angabe stammt.';
  const both = 'Breiten- und Längengrad: bitte beide angeben oder keinen.';
  const onlySchools = 'Schulsozialindex: gibt es nur für Schulen.';

  test.each<[Row, string, string]>([
    [{ latitude: 51.5 }, 'longitude', both],
    [{ longitude: 7.2 }, 'latitude', both],
    [{ socialIndex: 5, socialIndexYear: 2024 }, 'socialIndex', onlySchools],
    [
      { kind: 'school', socialIndex: 5 },
      'socialIndexYear',
      'Bezugsjahr des Schulsozialindex fehlt: bitte das Jahr angeben.',
    ],
    [{ ...SITUATION, socialSituationSource: null }, 'socialSituationSource', source],
    [
      { ...SITUATION, socialSituationYear: null },
      'socialSituationYear',
      'Jahr der sozialen Lage fehlt: bitte das Jahr angeben.',
    ],
  ])('whose fields do not fit together is refused: %j', async (fields, field, message) => {
    expect(fault(await create('institutions', fields, 'coordinator'))).toEqual([422, field, message]);
    const plain = await create('institutions');
    expect(fault(await change('institutions', plain, fields))).toEqual([422, field, message]);
  });

  test('is judged by all it would become, not by the change alone', async () => {
    const school = { kind: 'school', socialIndex: 5, socialIndexYear: 2024 };
    const made = await create('institutions', { ...school, ...SITUATION, latitude: 51.5, longitude: 7.2 });
    expect(fault(await change('institutions', made, { kind: 'kita' }))).toEqual([
      422,
      'socialIndex',
      onlySchools,
    ]);
    expect(fault(await change('institutions', made, { longitude: null }))).toEqual([422, 'longitude', both]);
    const emptied = { kind: 'kita', socialIndex: null, socialSituation: null };
    expect((await change('institutions', made, emptied)).status).toBe(200);
  });

  test('lies in a district of its own municipality', async () => {
    const message = 'Stadtbezirk: Diesen Stadtbezirk gibt es in der Kommune nicht.';
    for (const districtId of [stage.city.distantDistrictId, randomUUID()]) {
      const refusal = [404, 'districtId', message];
      expect(fault(await create('institutions', { districtId }, 'coordinator'))).toEqual(refusal);
      expect(fault(await change('institutions', await create('institutions'), { districtId }))).toEqual(
        refusal,
      );
    }
  });

  test("has its district's social situation unless it has its own", async () => {
    const district = await create('districts', SITUATION);
    const made = await create('institutions', { districtId: district.json['id'] });
    expect(made.json).toMatchObject({ socialSituation: null, effectiveSocialSituation: 'high' });
    const own = await change('institutions', made, { ...SITUATION, socialSituation: 'low' });
    expect(own.json).toMatchObject({ socialSituation: 'low', effectiveSocialSituation: 'low' });
    const neither = await create('institutions');
    expect(neither.json['effectiveSocialSituation']).toBeNull();
  });

  test("is no business of another city's coordinator", async () => {
    const foreign = await create('institutions', {}, 'distantCoordinator');
    expect(foreign.status).toBe(404);
    const made = await create('institutions');
    const address = `/api/institutions/${made.field('id')}`;
    expect((await stage.as('distantCoordinator').patch(address, { name: 'Meins' }, 1)).status).toBe(404);
    expect((await stage.as('lead').patch(address, { name: 'Meins' }, 1)).status).toBe(403);
  });
});

describe('groups', () => {
  test('are kept by the lead of the house and by the city', async () => {
    const statuses: Partial<Record<PersonKey, number>> = {
      ...{ lead: 201, coordinator: 201, administrator: 201, educator: 403, coach: 403, programmeLead: 403 },
      ...{ schoolLead: 404, distantLead: 404, distantCoordinator: 404 },
    };
    const groupId = (await create('groups')).field('id');
    let version = 1;
    for (const [by, status] of Object.entries(statuses) as [PersonKey, number][]) {
      expect([by, (await create('groups', {}, by)).status]).toEqual([by, status]);
      const changed = await stage.as(by).patch(`/api/groups/${groupId}`, { size: 9 }, version);
      expect([by, changed.status]).toEqual([by, status === 201 ? 200 : status]);
      if (changed.status === 200) version += 1;
    }
  });

  test('free their name when archived, for as long as nobody takes it', async () => {
    const old = await create('groups', { name: 'Biber' }, 'lead');
    const lastYear = { name: 'Biber', schoolYear: stage.city.schoolYear - 1 };
    expect((await create('groups', lastYear, 'lead')).status).toBe(201);
    const archived = await change('groups', old, { archived: true });
    expect((await create('groups', { name: 'Biber' }, 'lead')).status).toBe(201);
    const back = await change('groups', archived, { archived: false });
    expect([back.status, back.json['code']]).toEqual([409, 'group_name_taken']);
  });
});
