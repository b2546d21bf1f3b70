import type { Page } from 'playwright-core';

/** Three five-year-olds with consent in a group of their own, to be tested today with the Kita's battery. */
export async function planDay(page: Page): Promise<string> {
  const { roles, today, schoolYear } = await get<{
    roles: { institutionId: string }[];
    today: string;
    schoolYear: number;
  }>(page, '/api/session');
  const { institutionId } = roles[0]!;
  const name = `Testgruppe ${Math.random().toString(36).slice(2, 8)}`;
  const { id: groupId } = await post<{ id: string }>(page, '/api/groups', {
    ...{ institutionId, name, schoolYear, size: 3 },
  });
  const birthMonth = `${Number(today.slice(0, 4)) - 5}-${today.slice(5, 7)}`;
  const children = { institutionId, groupId, count: 3, birthMonth, sex: 'female' };
  const { items } = await post<{ items: { id: string }[] }>(page, '/api/children', children);
  const childIds = items.map(({ id }) => id);
  await post(page, '/api/consents', { institutionId, childIds, givenOn: today });
  const batteries = await get<{ items: { id: string; code: string }[] }>(page, '/api/test-batteries');
  const batteryId = batteries.items.find(({ code }) => code === 'KITA-MOT')!.id;
  const plan = { institutionId, groupIds: [groupId], batteryId, wave: 'entry', heldOn: today };
  return (await post<{ id: string }>(page, '/api/test-days', plan)).id;
}

async function get<T>(page: Page, path: string): Promise<T> {
  return (await (await page.request.get(path)).json()) as T;
}

/** From the page, as its own writes come. */
function post<T>(page: Page, path: string, body: object): Promise<T> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return page.evaluate<T>(`fetch(${JSON.stringify(path)}, ${JSON.stringify(init)}).then(async (answer) => {
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  })`);
}
