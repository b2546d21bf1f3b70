import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { buildCity, type City, signedIn } from '../support/city.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { connect } from '../support/rows.js';

let database: FreshDatabase;
let db: pg.Client;
let app: TestApp;
let city: City;

beforeAll(async () => {
  database = await freshDatabase();
  db = await connect(database.superuser);
  city = await buildCity(db);
  app = await startApp(database.runtime);
});

afterAll(async () => {
  await app.close();
  await db.end();
  await database.drop();
});

describe('a session', () => {
  test('tells who is signed in', async () => {
    const answer = await signedIn(app, city.people.educator).get('/api/session');
    expect(answer.status).toBe(200);
    expect(answer.json.account).toEqual({
      id: city.people.educator.id,
      name: city.people.educator.name,
      email: city.people.educator.email,
    });
  });
});
