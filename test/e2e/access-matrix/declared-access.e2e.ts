import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../../support/app.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { type Handler, handlersOf } from '../../support/handlers.js';
import { load, outsideReflect } from '../../support/outside.js';

const { DeclaredAccess } =
  await load<typeof import('../../../src/access/declared-access.js')>('access/declared-access.js');

/** Keys of src/access/access.decorators.ts. */
const MARKS = ['access:public', 'access:roles'];

let database: FreshDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await freshDatabase();
  app = await startApp(database.runtime);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('without its access decorator', () => {
  test('each single handler keeps the application from starting', () => {
    const check = app.app.get(DeclaredAccess);
    expect(() => check.onApplicationBootstrap()).not.toThrow();
    const routes = handlers();
    const killed = routes.filter(({ handler, name }) =>
      withoutMarks(handler, () => refusal(() => check.onApplicationBootstrap())?.endsWith(`: ${name}`)),
    );
    process.stdout.write(`Access decorators: ${killed.length} of ${routes.length} removals noticed.\n`);
    expect(routes.length).toBeGreaterThan(40);
    expect(killed).toHaveLength(routes.length);
  });

  test('an application really does not start', async () => {
    const [route] = handlers();
    await withoutMarks(route!.handler, () =>
      expect(startApp(database.runtime)).rejects.toThrow(`Without @Public() or @Access(): ${route!.name}`),
    );
  });

  test('a handler that is reached all the same opens nothing', async () => {
    // The refusal is logged as the fault of the programmer that it is.
    app.hush();
    const health = handlers().find(({ name }) => name === 'HealthController.live')!;
    const answer = await withoutMarks(health.handler, () => app.client().get('/livez'));
    expect([answer.status, answer.json['code']]).toEqual([500, 'internal']);
  });
});

function handlers(): Handler[] {
  return handlersOf(app);
}

/** Takes the decorators' marks off, for as long as `work` takes. */
function withoutMarks<T>(handler: object, work: () => T): T {
  const marks = MARKS.map((key): [string, unknown] => [key, outsideReflect().getMetadata(key, handler)]);
  for (const [key] of marks) outsideReflect().deleteMetadata(key, handler);
  const putBack = (): void => {
    for (const [key, value] of marks)
      if (value !== undefined) outsideReflect().defineMetadata(key, value, handler);
  };
  const result = work();
  if (!(result instanceof Promise)) {
    putBack();
    return result;
  }
  return result.finally(putBack) as T;
}

function refusal(work: () => void): string | undefined {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}
