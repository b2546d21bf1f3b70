import type pg from 'pg';
import { hashPassword } from '../../src/access/passwords/passwords.js';
import { startApp, type TestApp } from './app.js';
import { buildCity, type City, type Person, type PersonKey, signedIn } from './city.js';
import type { Client } from './client.js';
import { type FreshDatabase, freshDatabase } from './database.js';
import { connect, insertRow, rowsOf } from './rows.js';

/** The application in front of the small city, as most test files want it. */
export class Stage {
  private constructor(
    readonly database: FreshDatabase,
    /** Above all policies. */
    readonly db: pg.Client,
    readonly city: City,
    readonly app: TestApp,
  ) {}

  /** Call it in beforeAll, and `close` in afterAll. */
  static async open(overrides: Parameters<typeof startApp>[1] = {}): Promise<Stage> {
    const database = await freshDatabase();
    const db = await connect(database.superuser);
    const city = await buildCity(db);
    return new Stage(database, db, city, await startApp(database.runtime, overrides));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.db.end();
    await this.database.drop();
  }

  /** The person's browser, signed in. */
  as(key: PersonKey): Client {
    return signedIn(this.app, this.city.people[key]);
  }

  async setPassword({ id }: Person, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.db.query('delete from credentials where account_id = $1', [id]);
    await insertRow(this.db, 'credentials', { accountId: id, passwordHash });
  }

  /** Entries of the trail for one action, oldest first. */
  async trail(action: string): Promise<{ object_id: string; actor_id: string; fields: string[] }[]> {
    return rowsOf(
      this.db,
      'select object_id, actor_id, fields from audit_events where action = $1 order by at, seq',
      [action],
    );
  }

  async count(table: string): Promise<number> {
    const [row] = await rowsOf<{ count: number }>(this.db, `select count(*)::int as count from ${table}`);
    return row!.count;
  }
}
