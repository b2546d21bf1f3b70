import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { insertOnce, updateVersion } from '../../database/records.js';
import { tokenHash } from '../../access/sessions/session-cookie.js';
import type { KnownTablet } from '../../access/tablets/known-tablets.js';
import type { TabletDto, UpdateTabletDto } from './tablet.dto.js';

export interface NewTablet {
  id: string;
  institutionId: string;
  name: string;
  peopleShown: string;
  createdBy: string | null;
  creationDigest: Buffer;
}

/** Devices that were the tablet before, by which what still arrives from them is known. */
const MOST_FORMER = 20;

type TabletKey = Pick<TabletDto, 'institutionId' | 'id'>;

const COLUMNS = `id, institution_id as "institutionId", name, people_shown as "peopleShown", to_json(created_at) #>> '{}' as "createdAt",
  to_json(enrolled_at) #>> '{}' as "enrolledAt", to_json(date_trunc('minute', last_used_at)) #>> '{}' as "lastUsedAt",
  case when code_expires_at > now() then to_json(code_expires_at) #>> '{}' end as "codeExpiresAt",
  to_json(revoked_at) #>> '{}' as "revokedAt", version`;

@Injectable()
export class TabletRepository {
  constructor(private readonly database: Database) {}

  /** Those in use first, by name. */
  list(institutionId: string): Promise<TabletDto[]> {
    return this.database.query<TabletDto>(
      `select ${COLUMNS} from tablets where institution_id = $1 order by revoked_at is not null, name, id`,
      [institutionId],
    );
  }

  async find(id: string): Promise<TabletDto | null> {
    const [row] = await this.database.query<TabletDto>(`select ${COLUMNS} from tablets where id = $1`, [id]);
    return row ?? null;
  }

  async findStored(
    institutionId: string,
    id: string,
  ): Promise<{ digest: Buffer | null; record: TabletDto } | null> {
    const [row] = await this.database.query<TabletDto & { digest: Buffer | null }>(
      `select ${COLUMNS}, creation_digest as digest from tablets where institution_id = $1 and id = $2`,
      [institutionId, id],
    );
    if (!row) return null;
    const { digest, ...record } = row;
    return { digest, record };
  }

  insert(tablet: NewTablet): Promise<boolean> {
    return insertOnce(this.database, 'tablets', ['institutionId', 'id'], { ...tablet });
  }

  update({ institutionId, id }: TabletKey, version: number, changes: UpdateTabletDto): Promise<boolean> {
    return updateVersion(this.database, 'tablets', { institutionId, id }, version, { ...changes });
  }

  /** Puts a code in the place of the one before. @returns until when it can be used; null for a revoked tablet */
  async setCode({ institutionId, id }: TabletKey, code: string, minutes: number): Promise<string | null> {
    const [row] = await this.database.query<{ expiresAt: string }>(
      `update tablets set code_hash = decode($3, 'hex'), code_expires_at = now() + make_interval(mins => $4)
       where institution_id = $1 and id = $2 and revoked_at is null returning to_json(code_expires_at) #>> '{}' as "expiresAt"`,
      [institutionId, id, tokenHash(code), minutes],
    );
    return row?.expiresAt ?? null;
  }

  /** Uses the code up: the device with the token is the tablet from now on, and whatever was it before no longer. */
  async enrol(code: string, token: string): Promise<KnownTablet | null> {
    const [row] = await this.database.query<KnownTablet>(
      `update tablets t set code_hash = null, code_expires_at = null, token_hash = decode($2, 'hex'), enrolled_at = now(), last_used_at = now(),
         former_token_hashes = (array_remove(array[t.token_hash], null) || t.former_token_hashes)[1:${MOST_FORMER}]
       where t.code_hash = decode($1, 'hex') and t.code_expires_at > now() and t.revoked_at is null
         and exists (select from institutions i where i.id = t.institution_id and i.archived_at is null)
       returning t.id, t.institution_id as "institutionId", t.name, t.people_shown as "peopleShown", false as revoked, false as "houseClosed"`,
      [tokenHash(code), tokenHash(token)],
    );
    return row ?? null;
  }

  /** Sessions on it are good no longer from here on (app_authenticate_session). @returns whether it was in use */
  async revoke({ institutionId, id }: TabletKey): Promise<boolean> {
    const rows = await this.database.query(
      `update tablets set revoked_at = now(), code_hash = null, code_expires_at = null, version = version + 1
       where institution_id = $1 and id = $2 and revoked_at is null returning 1`,
      [institutionId, id],
    );
    return rows.length > 0;
  }

  /** Ends what is open on it; for the system. */
  async endSessions({ institutionId, id }: TabletKey): Promise<void> {
    await this.database.query('delete from sessions where tablet_institution_id = $1 and tablet_id = $2', [
      institutionId,
      id,
    ]);
  }
}
