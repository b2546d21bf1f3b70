import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { insertRow } from './rows.js';

/** A personal access token made by hand, good for a year. */
export async function giveToken(
  db: pg.Client,
  accountId: string,
  scopes: string[] = ['exports', 'reports'],
): Promise<{ id: string; token: string }> {
  const [id, token] = [randomUUID(), `olympia_pat_${randomBytes(32).toString('base64url')}`];
  const tokenHash = createHash('sha256').update(token).digest();
  const expiresOn = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  await insertRow(db, 'access_tokens', { id, accountId, name: 'Skript', scopes, tokenHash, expiresOn });
  return { id, token };
}
