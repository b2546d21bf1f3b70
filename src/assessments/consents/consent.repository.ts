import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { updateVersion } from '../../database/records.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { ConsentDto } from './consent.dto.js';
import type { ChildPlace } from './erasures.js';

const COLUMNS = `k.id, k.institution_id as "institutionId", k.child_id as "childId", k.given_on::text as "givenOn",
  k.withdrawn_on::text as "withdrawnOn", k.version`;

export interface NewConsent {
  id: string;
  childId: string;
}

@Injectable()
export class ConsentRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<ConsentDto | null> {
    const [row] = await this.database.query<ConsentDto>(`select ${COLUMNS} from consents k where k.id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** The running consents of the children. */
  async listOpen(institutionId: string, childIds: readonly string[]): Promise<ConsentDto[]> {
    return this.database.query<ConsentDto>(
      `select ${COLUMNS} from consents k where k.institution_id = $1 and k.child_id = any ($2::uuid[]) and k.withdrawn_on is null
       order by k.child_id`,
      [institutionId, childIds],
    );
  }

  /** Leaves out those of a request that was sent before, also where they are withdrawn by now. @returns the ids of the new ones */
  async insert(
    institutionId: string,
    consents: readonly NewConsent[],
    givenOn: CalendarDate,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `insert into consents (institution_id, id, child_id, given_on)
       select $1, x.id, x."childId", $3::date from jsonb_to_recordset($2) as x (id uuid, "childId" uuid) order by x."childId"
       on conflict (institution_id, id) do nothing returning id`,
      [institutionId, JSON.stringify(consents), givenOn],
    );
    return rows.map(({ id }) => id);
  }

  update({ institutionId, id }: ConsentDto, version: number, changes: object): Promise<boolean> {
    return updateVersion(this.database, 'consents', { institutionId, id }, version, { ...changes });
  }

  /** The first day on which the house itself tested the child. */
  async findFirstTest(institutionId: string, childId: string): Promise<CalendarDate | null> {
    const [row] = await this.database.query<{ day: CalendarDate | null }>(
      `select min(a.tested_on)::text as day from assessments a join test_days d on d.institution_id = a.institution_id and d.id = a.test_day_id
       where a.institution_id = $1 and a.child_id = $2 and d.origin = 'own'`,
      [institutionId, childId],
    );
    return row?.day ?? null;
  }

  /**
   * The child in every house that it was handed over to or from, this one among them; locked with its running consents. Whoever notes a
   * result or receives the child at the same moment holds it: the withdrawal waits, and then finds that, too.
   */
  async lockEverywhere(child: ChildPlace): Promise<ChildPlace[]> {
    let places = [child];
    for (;;) {
      await this.lock(places);
      const found = await this.findPlaces(child);
      if (found.length === places.length) return found;
      places = found;
    }
  }

  private async findPlaces({ institutionId, id }: ChildPlace): Promise<ChildPlace[]> {
    return this.database.query<ChildPlace>(
      `with recursive everywhere (institution_id, id) as (
         select $1::uuid, $2::uuid
         union
         select case when t.child_id = e.id then t.to_institution_id else t.institution_id end,
           case when t.child_id = e.id then t.to_child_id else t.child_id end
         from everywhere e join child_transfers t on t.to_child_id is not null
           and ((t.institution_id, t.child_id) = (e.institution_id, e.id) or (t.to_institution_id, t.to_child_id) = (e.institution_id, e.id)))
       select institution_id as "institutionId", id from everywhere order by institution_id, id`,
      [institutionId, id],
    );
  }

  private async lock(places: readonly ChildPlace[]): Promise<void> {
    const these = `(select x."institutionId", x.id from jsonb_to_recordset($1) as x ("institutionId" uuid, id uuid))`;
    const keys = JSON.stringify(places);
    await this.database.query(
      `select from children where (institution_id, id) in ${these} order by institution_id, id for update`,
      [keys],
    );
    await this.database.query(
      `select from consents where (institution_id, child_id) in ${these} order by institution_id, id for update`,
      [keys],
    );
  }

  /** Ends the running consents of the children. @returns them */
  async withdraw(children: readonly ChildPlace[], on: CalendarDate): Promise<ConsentDto[]> {
    return this.database.query<ConsentDto>(
      `update consents k set withdrawn_on = $2::date, version = k.version + 1
       from jsonb_to_recordset($1) as x ("institutionId" uuid, id uuid)
       where k.institution_id = x."institutionId" and k.child_id = x.id and k.withdrawn_on is null returning ${COLUMNS}`,
      [JSON.stringify(children), on],
    );
  }

  /**
   * What is left of a child without consent is its code, so that nobody tests it by mistake; open transfer codes carry nothing any more. The
   * digest of its creation goes, too: month and sex are few enough to be guessed from it.
   */
  async forget(children: readonly ChildPlace[]): Promise<void> {
    const these = `(select x."institutionId", x.id from jsonb_to_recordset($1) as x ("institutionId" uuid, id uuid))`;
    await this.database.query(
      `update children set birth_month = null, sex = null, creation_digest = null, version = version + 1 where (institution_id, id) in ${these}`,
      [JSON.stringify(children)],
    );
    await this.database.query(
      `delete from child_transfers where redeemed_at is null and (institution_id, child_id) in ${these}`,
      [JSON.stringify(children)],
    );
    // Noted without a network, and not let in yet.
    await this.database.query(`delete from held_entries where (institution_id, child_id) in ${these}`, [
      JSON.stringify(children),
    ]);
  }
}
