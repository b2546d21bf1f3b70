import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { InstitutionDto, InstitutionListDto } from '../../src/institutions/institution.dto.js';
import { addDays } from '../../src/kernel/calendar/calendar-date.js';
import type { Client } from '../support/client.js';
import { Stage } from '../support/stage.js';

type Row = Record<string, unknown>;

const SITUATION = {
  socialSituation: 'high',
  socialSituationSource: 'Sozialbericht',
  socialSituationYear: 2025,
};
const SORTED = [
  ...['100% Sport', 'a_b', 'Apfel', 'Äpfel', 'Gleich', 'Gleich', 'Gleich', 'Gruppe 2', 'Gruppe 10'],
  ...["Kita O'Neill", 'Mühle', 'Nguyễn-Haus', 'Zebra'],
];
const place: Record<'municipalityId' | 'au' | 'zoo', string> = { municipalityId: '', au: '', zoo: '' };

let stage: Stage;
let administrator: Client;

beforeAll(async () => {
  stage = await Stage.open();
  administrator = stage.as('administrator');
  await buildTown();
});
afterAll(() => stage.close());

async function create(path: string, form: Row): Promise<string> {
  return (await administrator.post(`/api/${path}`, form)).field('id');
}

/** A municipality of its own, so that nothing else is in the list. */
async function buildTown(): Promise<void> {
  const municipalityId = (place.municipalityId = await create('municipalities', {
    name: 'Neustadt',
    key: '05800001',
  }));
  place.au = await create('districts', { municipalityId, name: 'Au' });
  place.zoo = await create('districts', { municipalityId, name: 'Zoo', ...SITUATION });
  const usual = { municipalityId, districtId: place.au, kind: 'kita', providerKind: 'municipal' };
  const special: Record<string, Row> = {
    Apfel: { kind: 'school', socialIndex: 5, socialIndexYear: 2024, providerKind: 'catholic' },
    Äpfel: { familyCentre: true },
    Zebra: { districtId: place.zoo },
    'Gruppe 2': { districtId: place.zoo, ...SITUATION, socialSituation: 'low' },
  };
  const addresses: Record<string, string> = {};
  for (const name of [...SORTED, 'Alt'].reverse()) {
    const id = await create('institutions', { ...usual, name, ...special[name] });
    addresses[name] = `/api/institutions/${id}`;
  }
  await administrator.patch(addresses['Alt']!, { archived: true }, 1);
  const startedOn = addDays(stage.city.today, -9);
  const runs = (name: string): string => `${addresses[name]!}/participations`;
  await administrator.post(runs('Zebra'), { status: 'active', reachedOn: startedOn });
  await administrator.post(runs('Mühle'), { status: 'requested', reachedOn: startedOn });
}

async function list(query: Record<string, string>): Promise<InstitutionListDto> {
  const search = new URLSearchParams({ municipalityId: place.municipalityId, ...query }).toString();
  return (await administrator.get<InstitutionListDto>(`/api/institutions?${search}`)).json;
}
const names = ({ items }: { items: InstitutionDto[] }): string[] => items.map(({ name }) => name);

test('the list has all houses, taking part or not, in German order', async () => {
  expect(names(await list({}))).toEqual(SORTED);
  expect(names(await list({ sort: '-name' }))).toEqual(SORTED.toReversed());
  const inZoo = ['Gruppe 2', 'Zebra'];
  const inAu = SORTED.filter((name) => !inZoo.includes(name));
  expect(names(await list({ sort: 'district' }))).toEqual([...inAu, ...inZoo]);
  const refused = await administrator.get('/api/institutions?sort=places');
  expect([refused.status, refused.json['errors']]).toEqual([
    400,
    [{ field: 'sort', message: expect.stringMatching(/^Sortierung: /) }],
  ]);
});

test.each(['name', '-name', 'district'])('the list is paged by %s without loss or double', async (sort) => {
  const whole = (await list({ sort })).items.map(({ id }) => id);
  const paged: string[] = [];
  let cursor: string | null = null;
  do {
    const page: InstitutionListDto = await list({ sort, limit: '1', ...(cursor && { cursor }) });
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null && paged.length <= whole.length);
  expect(paged).toEqual(whole);
});

test.each([
  ...['muhle', 'muehle', 'MÜHLE', 'Mu\u0308hle', 'ühl'].map((q) => [q, ['Mühle']] as const),
  ...['Nguyễn', 'nguyen'].flatMap((q) =>
    [q.normalize('NFC'), q.normalize('NFD')].map((form) => [form, ['Nguyễn-Haus']] as const),
  ),
  ...[['%', ['100% Sport']] as const, ['_', ['a_b']] as const, ["'", ["Kita O'Neill"]] as const],
  ...["%' or true --", '\\', 'gibt es nicht'].map((q) => [q, []] as const),
])('the list is searched for %s', async (q, found) => {
  expect(names(await list({ q }))).toEqual(found);
});

test.each<[() => Record<string, string>, string[]]>([
  [() => ({ districtId: place.zoo }), ['Gruppe 2', 'Zebra']],
  [() => ({ kind: 'school' }), ['Apfel']],
  [() => ({ providerKind: 'catholic' }), ['Apfel']],
  [() => ({ familyCentre: 'true' }), ['Äpfel']],
  [() => ({ socialIndexGroup: '4-6' }), ['Apfel']],
  [() => ({ socialIndexGroup: '7-9' }), []],
  [() => ({ socialSituation: 'high' }), ['Zebra']],
  [() => ({ socialSituation: 'low' }), ['Gruppe 2']],
  [() => ({ participation: 'yes' }), ['Zebra']],
  [() => ({ participation: 'no' }), SORTED.filter((name) => name !== 'Zebra')],
  [() => ({ participation: 'active' }), ['Zebra']],
  [() => ({ participation: 'requested' }), ['Mühle']],
  [() => ({ archived: 'true' }), ['Alt']],
  [
    () => ({ municipalityId: stage.city.distantMunicipalityId, q: 'Haus' }),
    ['Haus distant KANARIENVOGEL-HAUS-distant'],
  ],
])('the list is filtered %#', async (query, found) => {
  expect(names(await list(query()))).toEqual(found);
});
