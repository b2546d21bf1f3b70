import { api, ifMatch, unwrap } from '../api/client';
import { Problem } from '../api/problem';
import type { OutboxEntry, OutboxKind, OutboxKinds } from './entry';

interface Sender<K extends OutboxKind> {
  /** Creates the record under the entry's id; sending again answers with the stored one. */
  create(id: string, body: OutboxKinds[K]['body']): Promise<OutboxKinds[K]['record']>;
  /** Takes a created record back. */
  remove(record: OutboxKinds[K]['record']): Promise<unknown>;
}

const senders: { [K in OutboxKind]: Sender<K> } = {
  activity: {
    create: (id, body) => unwrap(api.POST('/api/activities', { body: { ...body, id } })),
    remove: (record) =>
      unwrap(
        api.DELETE('/api/activities/{id}', { params: { path: { id: record.id }, header: ifMatch(record) } }),
      ),
  },
};

/** Brings one entry to the server, or makes sure that a withdrawn one is not there. Returns the stored record. */
export async function deliver<K extends OutboxKind>(
  entry: OutboxEntry<K>,
): Promise<OutboxKinds[K]['record']> {
  const sender: Sender<K> = senders[entry.kind];
  const record = await sender.create(entry.id, entry.body);
  if (entry.withdrawn) await sender.remove(record);
  return record;
}

/** The account that the browser's session belongs to now; another window may have changed it. */
export async function signedInAccount(): Promise<string> {
  const session = await unwrap(api.GET('/api/session'));
  return session.account.id;
}

/** True if asking again later can help without a person. */
export function passes(error: unknown): boolean {
  return error instanceof Problem && (error.passes || error.status === 401);
}
