import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** Chain of everything that belongs to no institution and no account: reference data, the installation itself. */
export const INSTALLATION_CHAIN = '00000000-0000-0000-0000-000000000000';

export interface AuditEntry {
  /** Same word as the permission: `activity.create`. */
  action: string;
  objectType: string;
  objectId: string;
  institutionId?: string;
  /** Which fields were written: names only, never values (they may be personal). */
  fields?: string[];
  /** Chain for entries without an institution; the installation's if absent. */
  chain?: string;
}

/**
 * Writes the append-only trail, in the transaction of the change itself: no change without its entry, and no entry without its change.
 * Nobody waits for an entry: it goes out with the transaction's next statement, at the latest with COMMIT, which fails with it.
 */
@Injectable()
export class Audit {
  constructor(private readonly database: Database) {}

  record(entry: AuditEntry): Promise<void> {
    const { actor, origin, requestId } = this.database.context;
    this.database.later(
      `insert into audit_events (chain, actor_id, origin, request_id, action, object_type, object_id, institution_id, fields)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        entry.institutionId ?? entry.chain ?? INSTALLATION_CHAIN,
        actor.accountId,
        origin,
        requestId,
        entry.action,
        entry.objectType,
        entry.objectId,
        entry.institutionId ?? null,
        entry.fields ?? [],
      ],
    );
    return Promise.resolve();
  }

  /** The same for many objects at once, each in its own institution's chain; the chains in one order, so that two never wait for each other. */
  recordAll(entries: (AuditEntry & { institutionId: string })[]): Promise<void> {
    const { actor, origin, requestId } = this.database.context;
    this.database.later(
      `insert into audit_events (chain, actor_id, origin, request_id, action, object_type, object_id, institution_id, fields)
       select e."institutionId", $2::uuid, $3::text, $4::text, e.action, e."objectType", e."objectId", e."institutionId", coalesce(e.fields, '{}')
       from jsonb_to_recordset($1) as e (action text, "objectType" text, "objectId" uuid, "institutionId" uuid, fields text[])
       order by e."institutionId", e."objectId"`,
      [JSON.stringify(entries), actor.accountId, origin, requestId],
    );
    return Promise.resolve();
  }
}
