import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';

/** A child in one of its houses. */
export interface ChildPlace {
  institutionId: string;
  id: string;
}

export type ErasureReason = 'consent_withdrawn' | 'child_removed';

interface Gone extends ChildPlace {
  testDayId: string;
}

/**
 * Erases what was measured, and notes the ids of what is gone in the journal, so that a backup put back can be emptied of it once more. Part of
 * the caller's transaction.
 */
@Injectable()
export class Erasures {
  constructor(private readonly database: Database) {}

  /** All tests of the children with their results, trials and scores. @returns how many tests that were */
  async eraseResults(children: readonly ChildPlace[], reason: ErasureReason): Promise<number> {
    const gone = await this.database.query<Gone>(
      `delete from assessments a using jsonb_to_recordset($1) as x ("institutionId" uuid, id uuid)
       where a.institution_id = x."institutionId" and a.child_id = x.id
       returning a.institution_id as "institutionId", a.id, a.test_day_id as "testDayId"`,
      [JSON.stringify(children)],
    );
    await this.note(gone, 'assessment', reason);
    await this.note(await this.eraseBroughtDays(gone), 'test_day', reason);
    return gone.length;
  }

  /** Notes ids in the journal; nothing else of what is gone. */
  async note(gone: readonly ChildPlace[], objectType: string, reason: ErasureReason): Promise<void> {
    await this.database.query(
      `insert into erasures (institution_id, id, object_type, object_id, reason, erased_by)
       select x."institutionId", gen_random_uuid(), $2, x.id, $3, app_actor_id()
       from jsonb_to_recordset($1) as x ("institutionId" uuid, id uuid)`,
      [JSON.stringify(gone), objectType, reason],
    );
  }

  /** Test days that came along from another house are the history of one child. */
  private async eraseBroughtDays(gone: readonly Gone[]): Promise<ChildPlace[]> {
    return this.database.query<ChildPlace>(
      `delete from test_days d using jsonb_to_recordset($1) as x ("institutionId" uuid, "testDayId" uuid)
       where d.institution_id = x."institutionId" and d.id = x."testDayId" and d.origin = 'brought'
       returning d.institution_id as "institutionId", d.id`,
      [JSON.stringify(gone)],
    );
  }
}
