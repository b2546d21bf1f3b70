import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { startApp, type TestApp } from '../../support/app.js';
import { buildCity, type City, type PersonKey, signedIn } from '../../support/city.js';
import type { Answer, Client } from '../../support/client.js';
import { type FreshDatabase, freshDatabase } from '../../support/database.js';
import { connect } from '../../support/rows.js';
import type { ImportDto, PreviewDto, PreviewRowDto } from '../../../src/imports/import.dto.js';

export type Kind = 'institutions' | 'groups';
export type ImportAnswer = Answer<ImportDto & { title: string; code: string; current?: ImportDto }>;

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'imports');

export function fixture(name: string): Buffer {
  return readFileSync(join(FIXTURES, name));
}

/** The application with the small city, for one test file. */
export class Desk {
  private constructor(
    readonly database: FreshDatabase,
    readonly db: pg.Client,
    readonly app: TestApp,
    readonly city: City,
  ) {}

  static async open(): Promise<Desk> {
    const database = await freshDatabase();
    const db = await connect(database.superuser);
    const city = await buildCity(db);
    return new Desk(database, db, await startApp(database.runtime), city);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.db.end();
    await this.database.drop();
  }

  as(person: PersonKey): Client {
    return signedIn(this.app, this.city.people[person]);
  }

  upload(
    file: Buffer | string,
    { by = 'coordinator', kind = 'institutions', query = {}, type = 'text/csv' }: UploadOptions = {},
  ): Promise<ImportAnswer> {
    const search = new URLSearchParams({ municipalityId: this.city.municipalityId, ...query });
    return this.as(by).send('POST', `/api/imports/${kind}?${search.toString()}`, {
      raw: file,
      headers: { 'content-type': type },
    });
  }

  async preview(id: string, query = '', by: PersonKey = 'coordinator'): Promise<PreviewDto> {
    const answer = await this.as(by).get<PreviewDto>(`/api/imports/${id}/preview?${query}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.json;
  }

  async rows(id: string, by: PersonKey = 'coordinator'): Promise<PreviewRowDto[]> {
    return (await this.preview(id, 'limit=200', by)).items;
  }

  commit(
    { id, version }: ImportDto,
    { onlyGood = false, by = 'coordinator' }: { onlyGood?: boolean; by?: PersonKey } = {},
  ): Promise<ImportAnswer> {
    return this.as(by).post(`/api/imports/${id}/commit`, { onlyGood }, { version });
  }

  undo(id: string, by: PersonKey = 'coordinator'): Promise<ImportAnswer> {
    return this.as(by).post(`/api/imports/${id}/undo`);
  }

  /** Uploads and writes a file that is good. */
  async done(file: Buffer | string, options: UploadOptions = {}): Promise<ImportDto> {
    const { json } = await this.upload(file, options);
    const answer = await this.commit(json, options);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.json;
  }

  async count(table: string, condition = 'true', parameters: unknown[] = []): Promise<number> {
    const { rows } = await this.db.query<{ n: number }>(
      `select count(*)::int as n from ${table} where ${condition}`,
      parameters,
    );
    return rows[0]!.n;
  }
}

export interface UploadOptions {
  by?: PersonKey;
  kind?: Kind;
  query?: Record<string, string>;
  type?: string;
}

const HEAD = 'Kurzzeichen;Einrichtung;Art;Stadtbezirk;Träger (Art);Telefon;Plätze';

/** A file of Kitas in "Süden"; each line only says what differs. */
export function kitas(
  ...lines: { code?: string; name: string; phone?: string; places?: number | string }[]
): string {
  const rows = lines.map(
    ({ code = '', name, phone = '', places = '' }) => `${code};${name};Kita;Süden;AWO;${phone};${places}`,
  );
  return [HEAD, ...rows].join('\r\n');
}
