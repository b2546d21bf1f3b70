import { OTHER_PERSON } from '../api/author';
import { type Api, apiOf, quiet, unwrap } from '../api/client';
import { Problem } from '../api/problem';
import { texts } from '../texts/de';
import { changeActivity, changeActivityBack, removeActivity, storeActivity } from './activity-sender';
import { takeAttendance, takeAttendanceBack } from './attendance-sender';
import type { EntryOf, OutboxKind, OutboxKinds } from './entry';
import type { NotDone, NotDoneBody } from './trial';
import { removeTrial, storeTrial } from './trial-sender';

interface Sender<K extends OutboxKind> {
  /** Stores the record under the entry's id; sending again answers with the stored one. */
  store(api: Api, id: string, body: OutboxKinds[K]['body']): Promise<OutboxKinds[K]['record']>;
  /** Makes sure that the record is not there, whether it has arrived or not. */
  takeBack(api: Api, id: string, body: OutboxKinds[K]['body']): Promise<unknown>;
}

const senders: { [K in OutboxKind]: Sender<K> } = {
  activity: { store: storeActivity, takeBack: removeActivity },
  activity_change: { store: changeActivity, takeBack: changeActivityBack },
  trial: { store: storeTrial, takeBack: removeTrial },
  not_done: {
    store: sayNotDone,
    takeBack: (api, id, body) => sayNotDone(api, id, { ...body, reason: null }),
  },
  attendance: { store: takeAttendance, takeBack: takeAttendanceBack },
};

/**
 * Brings one entry to the server for the account that wrote it, or makes sure that a withdrawn one is not there.
 * @returns the stored record; null if the entry was taken back
 */
export async function deliver<K extends OutboxKind>(
  entry: EntryOf<K>,
  accountId: string,
): Promise<OutboxKinds[K]['record'] | null> {
  const sender: Sender<K> = senders[entry.kind];
  const api = apiOf(accountId);
  if (!entry.withdrawn) return sender.store(api, entry.id, entry.body);
  await sender.takeBack(api, entry.id, entry.body);
  return null;
}

async function sayNotDone(api: Api, id: string, { testDayId, ...body }: NotDoneBody): Promise<NotDone> {
  const params = { path: { id: testDayId } };
  const { results } = await unwrap(api.PUT('/api/test-days/{id}/not-done', { params, body }));
  const reasonOf = (task: string) => results.find(({ protocolId }) => protocolId === task)?.reason ?? null;
  if (body.protocolIds.every((task) => reasonOf(task) === body.reason)) return { id };
  throw new Problem({ status: 200, code: 'other_content', title: texts.keeping.otherContent });
}

/**
 * The account that the browser's session belongs to now; another window may have changed it. Null if there is none. Asked without the
 * dialog to sign in again: what waits can go out sealed.
 */
export async function signedInAccount(): Promise<string | null> {
  try {
    return (await unwrap(quiet.GET('/api/session'))).account.id;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

/** True if asking again later can help without a person. */
export function passes(error: unknown): boolean {
  return error instanceof Problem && (error.passes || error.status === 401 || error.code === OTHER_PERSON);
}
