import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { openSession, type Person } from './city.js';
import { insertRow } from './rows.js';

type Row = Record<string, unknown>;

/**
 * Writes a town row by row, where a test counts in its head what figures must say: names instead of ids, defaults for whatever a test does
 * not care about. `db` is above all policies (superuser).
 */
export class Town {
  private authorId: string | null = null;

  constructor(private readonly db: pg.Client) {}

  municipality(name: string, key: string, state = 'NW'): Promise<string> {
    return this.insert('municipalities', { name, key, state });
  }

  district(municipalityId: string, name: string, position: number, more: Row = {}): Promise<string> {
    return this.insert('districts', { municipalityId, name, position, ...more });
  }

  /** A municipal Kita unless said otherwise. */
  house(municipalityId: string, districtId: string, name: string, more: Row = {}): Promise<string> {
    const kind = { kind: 'kita', providerKind: 'municipal' };
    return this.insert('institutions', { municipalityId, districtId, name, ...kind, ...more });
  }

  participation(institutionId: string, startedOn: string | null, more: Row = {}): Promise<string> {
    return this.insert('participations', { institutionId, startedOn, status: 'active', ...more });
  }

  /** Of the school year 2026/27 unless said otherwise. */
  group(institutionId: string, name: string, size: number, more: Row = {}): Promise<string> {
    return this.insert('groups', { institutionId, name, size, schoolYear: 2026, ...more });
  }

  async activity(
    institutionId: string,
    groupId: string,
    heldOn: string,
    minutes: number,
    more: Row = {},
  ): Promise<string> {
    const authorId = await this.author();
    const rest = { focusArea: 'active_learning', childrenPresent: 12, ...more };
    return this.insert('activities', { institutionId, groupId, authorId, heldOn, minutes, ...rest });
  }

  /** Somebody with one role each in several places, signed in already. */
  async person(name: string, roles: [role: string, at?: Row][]): Promise<Person> {
    const email = `${name.toLowerCase()}@example.org`;
    const id = await this.insert('accounts', { name, email });
    for (const [role, at] of roles) await this.insert('account_roles', { accountId: id, role, ...at });
    return { id, name, email, token: await openSession(this.db, id) };
  }

  async insert(table: string, row: Row): Promise<string> {
    const id = randomUUID();
    await insertRow(this.db, table, { id, ...row });
    return id;
  }

  private async author(): Promise<string> {
    this.authorId ??= await this.insert('accounts', { name: 'Autorin', email: 'autorin@example.org' });
    return this.authorId;
  }
}
