import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { insertRow } from '../support/rows.js';
import { Stage } from '../support/stage.js';

/* Lists beside those of institutions and activities, which have pages of their own in their tests. */

type Page = { items: { id: string; name: string }[]; next: string | null };

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  const { municipalityId, houses, schoolYear } = stage.city;
  for (let i = 0; i < 12; i += 1) {
    const [id, key] = [randomUUID(), `0590000${i}`.slice(-8)];
    // Three of each name: the id alone tells them apart.
    const name = `Gleich ${i % 4}`;
    await insertRow(stage.db, 'municipalities', { id, key, name });
    await insertRow(stage.db, 'districts', { id, municipalityId, name: `Bezirk ${i}`, position: i % 2 });
    const group = { institutionId: houses.kita.id, id, name, size: 5, schoolYear: schoolYear + (i % 3) };
    await insertRow(stage.db, 'groups', { ...group, archivedAt: new Date() });
  }
});
afterAll(() => stage.close());

describe.each(['municipalities', 'districts', 'groups?archived=true', 'groups'])('the list of %s', (list) => {
  const page = async (query: string): Promise<Page> => {
    const sign = list.includes('?') ? '&' : '?';
    return (await stage.as('administrator').get<Page>(`/api/${list}${sign}${query}`)).json;
  };

  test.each([1, 5, 6, 200])('is whole and in order in pages of %d', async (limit) => {
    const { items: whole } = await page('limit=200');
    const paged: Page['items'] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, next }: Page = await page(`limit=${limit}${cursor && `&cursor=${cursor}`}`);
      expect(items.length).toBeLessThanOrEqual(limit);
      paged.push(...items);
      cursor = next;
    }
    expect(paged).toEqual(whole);
    expect(new Set(paged.map(({ id }) => id)).size).toBe(paged.length);
  });
});

test('German order knows umlauts and numbers', async () => {
  const { schoolYear, houses } = stage.city;
  const names = [
    'Affen',
    'Äffchen',
    'Bären',
    'Gruppe 2',
    'Gruppe 10',
    'Öfen',
    'Ofen',
    'Strasse',
    'Straße',
    'Zebras',
  ];
  for (const name of names.toReversed()) {
    const row = {
      institutionId: houses.idle.id,
      id: randomUUID(),
      name,
      size: 5,
      schoolYear: schoolYear + 5,
    };
    await insertRow(stage.db, 'groups', row);
  }
  const path = `/api/groups?institutionId=${houses.idle.id}&schoolYear=${schoolYear + 5}`;
  const { items } = (await stage.as('administrator').get<Page>(path)).json;
  const german = names.toSorted(new Intl.Collator('de', { numeric: true }).compare);
  expect(items.map(({ name }) => name)).toEqual(german);
});
