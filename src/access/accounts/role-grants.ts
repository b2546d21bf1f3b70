import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Problem } from '../../kernel/problem/problem.js';
import { assertMayInvite, assertScopeFits, type InvitedRole } from '../invitations/invitation-rules.js';

/** Who may give which role where; taking one away is held to the same rule. */
@Injectable()
export class RoleGrants {
  constructor(private readonly database: Database) {}

  /** @throws Problem 422 for a role without its place, 403 for one the actor never gives, 404 for a place that is not theirs */
  async assertMayGive(wanted: InvitedRole): Promise<void> {
    assertScopeFits(wanted);
    const municipality =
      wanted.institutionId === null ? null : await this.findMunicipalityOf(wanted.institutionId);
    assertMayInvite(this.database.actor, wanted, municipality);
    if (wanted.institutionId !== null && municipality === null) throw Problem.notFound();
  }

  /** Municipality of an open institution the actor can see, else null. */
  private async findMunicipalityOf(institutionId: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      'select municipality_id as id from institutions where id = $1 and archived_at is null',
      [institutionId],
    );
    return row?.id ?? null;
  }
}
