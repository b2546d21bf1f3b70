import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Database } from '../../database/database.js';
import { readableCode } from '../../kernel/readable-code.js';
import { type Pair, TWINS } from './merge.repository.js';

interface Clash {
  id: string;
  code: string;
}

/**
 * Children come along with their groups. A code that the other house has, too, becomes a new one; the old one stays beside it, so that the
 * list on paper can be corrected.
 */
@Injectable()
export class MergeChildren {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** To be called before the groups move. Those of a twin go to the group that is kept. */
  async move({ staying, vanishing }: Pair): Promise<void> {
    await this.recode({ staying, vanishing });
    await this.database.query(
      `update children c set institution_id = $1, group_id = t.kept, version = c.version + 1
       from (${TWINS}) t where c.institution_id = $2 and c.group_id = t.twin`,
      [staying, vanishing],
    );
  }

  private async recode({ staying, vanishing }: Pair): Promise<void> {
    const clashes = await this.database.query<Clash>(
      `select v.id, v.code from children v join children s on s.code = v.code
       where s.institution_id = $1 and v.institution_id = $2 order by v.id`,
      [staying, vanishing],
    );
    for (const { id, code } of clashes) {
      while (!(await this.tryCode({ staying, vanishing }, id, readableCode(code.length))));
    }
    await this.audit.recordAll(
      clashes.map(({ id: objectId }) => ({
        ...{ action: 'child.recode', objectType: 'child', objectId },
        ...{ institutionId: staying, fields: ['code', 'formerCode'] },
      })),
    );
  }

  /** @returns whether the code was free in both houses */
  private async tryCode({ staying, vanishing }: Pair, id: string, code: string): Promise<boolean> {
    const rows = await this.database.query(
      `update children set former_code = code, code = $4, version = version + 1
       where institution_id = $2 and id = $3 and not exists
         (select from children o where o.institution_id in ($1, $2) and o.code = $4) returning 1`,
      [staying, vanishing, id, code],
    );
    return rows.length > 0;
  }
}
