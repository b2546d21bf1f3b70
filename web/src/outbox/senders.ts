import { api, ifMatch, unwrap } from '../api/client';
import { Problem } from '../api/problem';
import type { EntryOf, OutboxEntry, OutboxKind, OutboxKinds } from './entry';
import { removeTrial, storeTrial } from './trial-sender';

interface Sender<K extends OutboxKind> {
  /** Stores the record under the entry's id; sending again answers with the stored one. */
  store(id: string, body: OutboxKinds[K]['body']): Promise<OutboxKinds[K]['record']>;
  /** Makes sure that the record is not there, whether it has arrived or not. */
  takeBack(id: string, body: OutboxKinds[K]['body']): Promise<unknown>;
}

const senders: { [K in OutboxKind]: Sender<K> } = {
  activity: {
    store: (id, body) => unwrap(api.POST('/api/activities', { body: { ...body, id } })),
    async takeBack(id, body) {
      const header = ifMatch(await senders.activity.store(id, body));
      await unwrap(api.DELETE('/api/activities/{id}', { params: { path: { id }, header } }));
    },
  },
  trial: { store: storeTrial, takeBack: removeTrial },
  not_done: {
    async store(id, { testDayId, ...body }) {
      await unwrap(api.PUT('/api/test-days/{id}/not-done', { params: { path: { id: testDayId } }, body }));
      return { id };
    },
    takeBack: (id, body) => senders.not_done.store(id, { ...body, reason: null }),
  },
};

/**
 * Brings one entry to the server, or makes sure that a withdrawn one is not there.
 * @returns the stored record; null if the entry was taken back
 */
export async function deliver<K extends OutboxKind>(
  entry: EntryOf<K>,
): Promise<OutboxKinds[K]['record'] | null> {
  const sender: Sender<K> = senders[entry.kind];
  if (!entry.withdrawn) return sender.store(entry.id, entry.body);
  await sender.takeBack(entry.id, entry.body);
  return null;
}

/** An entry that says more than what has just been stored goes on from there. */
export function goOn(entry: OutboxEntry, stored: OutboxKinds[OutboxKind]['record']): OutboxEntry {
  if (entry.kind !== 'trial' || !('version' in stored)) return entry;
  return { ...entry, body: { ...entry.body, version: stored.version } };
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
