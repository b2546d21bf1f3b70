import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readRoutes } from '../support/openapi.js';
import { Snapshot } from '../support/snapshot.js';
import { Stage } from '../support/stage.js';

/** What browsers and others send besides the methods that the API describes. */

const GETS = readRoutes()
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => path);
const PATHS = [...new Set(readRoutes().map(({ path }) => path))];

let stage: Stage;
let snapshot: Snapshot;

beforeAll(async () => {
  stage = await Stage.open({ poolSize: 3 });
  snapshot = await Snapshot.take(stage.db);
});
afterAll(() => stage.close());

const at = (path: string): string => path.replace('{id}', stage.city.houses.kita.groupId);

describe('HEAD', () => {
  test.each(GETS)('asks as much of who is asking as GET does: %s', async (path) => {
    for (const asker of [stage.app.client(), stage.as('roleless'), stage.as('coordinator')]) {
      const get = await asker.get(at(path));
      const head = await asker.send('HEAD', at(path));
      expect([head.status, head.text]).toEqual([get.status, '']);
    }
  });

  test('keeps no connection, not even of a file that nobody reads', async () => {
    const coordinator = stage.as('coordinator');
    for (let round = 0; round < 12; round += 1) {
      expect((await coordinator.send('HEAD', '/api/exports/activities.csv')).status).toBe(200);
    }
    expect((await coordinator.get('/api/exports/activities.csv')).status).toBe(200);
    expect((await coordinator.get('/api/groups')).status).toBe(200);
  });
});

describe.each(PATHS)('%s', (path) => {
  test('knows no method but its own', async () => {
    const before = await snapshot.checksum();
    const own = readRoutes()
      .filter((route) => route.path === path)
      .map(({ method }) => method);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].filter(
      (one) => !own.includes(one),
    )) {
      const answer = await stage.as('administrator').send(method, at(path));
      // 403 where "/last" and the like could also be the id of something.
      expect([403, 404]).toContain(answer.status);
    }
    expect(await snapshot.checksum()).toBe(before);
  });
});
