import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SharedTablet } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import { tokenHash } from '../sessions/session-cookie.js';
import { TabletCookie } from './tablet-cookie.js';

export interface KnownTablet extends SharedTablet {
  /** first_names | initials */
  peopleShown: string;
  /** It was taken off the list, or another device has taken its place: nobody unlocks it any more. */
  revoked: boolean;
  /** Its house is archived. */
  houseClosed: boolean;
}

/** Which shared tablet a request comes from, whoever is signed in there. */
@Injectable()
export class KnownTablets {
  constructor(
    private readonly database: Database,
    private readonly cookie: TabletCookie,
  ) {}

  /** Also one that was revoked; null for every other device. Outside of a transaction. */
  async find(request: FastifyRequest): Promise<KnownTablet | null> {
    const token = this.cookie.read(request);
    return token === null ? null : this.database.asSystem(() => this.findByToken(token));
  }

  private async findByToken(token: string): Promise<KnownTablet | null> {
    const [row] = await this.database.query<KnownTablet & { seenLately: boolean }>(
      `select t.id, t.institution_id as "institutionId", t.name, t.people_shown as "peopleShown", t.revoked_at is not null or t.token_hash is distinct from k.token as revoked,
         i.archived_at is not null as "houseClosed", t.last_used_at > now() - interval '1 minute' as "seenLately"
       from (select decode($1, 'hex') as token) k join tablets t on t.token_hash = k.token or k.token = any (t.former_token_hashes)
         join institutions i on i.id = t.institution_id`,
      [tokenHash(token)],
    );
    if (!row) return null;
    const { seenLately, ...tablet } = row;
    if (!seenLately && !tablet.revoked) await this.noteUse(tablet);
    return tablet;
  }

  private async noteUse({ institutionId, id }: SharedTablet): Promise<void> {
    await this.database.query(
      'update tablets set last_used_at = now() where institution_id = $1 and id = $2',
      [institutionId, id],
    );
  }
}
