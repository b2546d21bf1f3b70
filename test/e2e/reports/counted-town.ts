import type pg from 'pg';
import type { Person } from '../../support/city.js';
import { Town } from '../../support/town.js';

export type Row = Record<string, unknown>;

/** A town small enough to be counted in one's head; its houses, groups and people go by names. */
export abstract class CountedTown {
  readonly ids: Record<string, string> = {};
  readonly people: Record<string, Person> = {};
  protected readonly town: Town;

  protected constructor(protected readonly db: pg.Client) {
    this.town = new Town(db);
  }

  protected at(name: string): string {
    const id = this.ids[name];
    if (id === undefined) throw new Error(`No ${name} here`);
    return id;
  }
}
