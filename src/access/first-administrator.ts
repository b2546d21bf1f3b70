import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../database/database.js';
import { AccountRepository } from './accounts/account.repository.js';
import { InvitationService } from './invitations/invitation.service.js';

/** A one-time link that makes the first administrator; null as soon as there is one. */
export async function firstAdministratorLink(app: INestApplicationContext): Promise<string | null> {
  const accounts = app.get(AccountRepository);
  const invitations = app.get(InvitationService);
  return app
    .get(Database)
    .asSystem(async () => ((await accounts.isAnyAdministrator()) ? null : invitations.firstAdministrator()));
}
