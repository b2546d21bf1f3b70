import { api, unwrap } from '../../api/client';
import type { Session } from '../../api/types';
import type { Identity } from '../../outbox/identity';
import { offlineIdentity } from '../../outbox/keyring';
import { keyring, outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { keepDraftsIn } from '../../ui/draft-store';
import type { DateString } from '../../ui/format';
import { dayAfter } from '../session/current-day';
import type { Desk } from './desk';
import { isTablet, unmarkTablet } from './mark';
import { SealedDrafts } from './sealed-drafts';
import { type Credentials, SharedTablet, type Sitting, type Unlocked } from './shared-tablet';
import { TabletStore } from './tablet-store';

/** How long somebody waits for their PIN to be checked before they may add entries without that, in ms. */
const PATIENCE = 8_000;

let opening: Promise<TabletStore | null> | undefined;

/** Null where the browser keeps nothing. */
export function tabletStore(): Promise<TabletStore | null> {
  return (opening ??= TabletStore.open().catch(() => null));
}

export const sealedDrafts = new SealedDrafts(tabletStore);

if (isTablet()) keepDraftsIn(sealedDrafts);

let show: (session: Session | null) => void = () => undefined;

/** Where the pages take the session from. */
export function showOn(how: (session: Session | null) => void): void {
  show = how;
}

/** This device as a shared tablet. */
export const sharedTablet: SharedTablet = new SharedTablet({
  drafts: sealedDrafts,
  keptDesk: async () => (await tabletStore())?.readDesk(),
  keepDesk: async (desk) => {
    await (await tabletStore())?.keepDesk(desk);
  },
  leave,
  readDesk: () => unwrap(api.GET('/api/tablet')),
  openSession,
  endSession,
  identityOf,
  uncheckedIdentity: offlineIdentity,
  identify: (identity) => outbox.open(identity),
  show: (session) => show(session),
  today,
});

/** Who works on the tablet now; null while it is locked. */
export function sittingHere(): Sitting | null {
  return sharedTablet.getState().sitting;
}

async function leave(desk: Desk | null): Promise<void> {
  unmarkTablet();
  keepDraftsIn(null);
  await (await tabletStore())?.empty();
  if (desk) announce(texts.tabletLock.left(desk.institution.name));
}

async function openSession(
  credentials: Credentials,
  wanted: AbortSignal,
  inFront: boolean,
): Promise<Unlocked> {
  const call = (signal: AbortSignal) => api.POST('/api/tablet/session', { body: credentials, signal });
  const { unlock, ...session } = await patiently(wanted, inFront, (signal) => unwrap(call(signal)));
  return { session, unlock };
}

function identityOf({ account }: Session, wanted: AbortSignal, inFront: boolean): Promise<Identity> {
  return patiently(wanted, inFront, (signal) => keyring.readIdentity(account.id, false, signal));
}

/** Broken off, a request leaves no cookie behind that would push the next person's out, and nobody waits for its end. */
async function patiently<T>(
  wanted: AbortSignal,
  inFront: boolean,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const waiting = new AbortController();
  const stop = () => waiting.abort();
  // A try whose answer nobody hears counts all the same: behind somebody's back it is waited for as long as for any other.
  const timer = inFront ? setTimeout(stop, PATIENCE) : undefined;
  wanted.addEventListener('abort', stop);
  try {
    return await ask(waiting.signal);
  } finally {
    clearTimeout(timer);
    wanted.removeEventListener('abort', stop);
  }
}

/** Not by the client: its requests end with the page. */
function endSession(unlock: string): void {
  const headers = { 'X-Unlock': unlock };
  // Without a network it ends by itself, five minutes after it was used last.
  // Past the browser's cache, where it would wait for a slow answer from the same address.
  fetch('/api/session', { method: 'DELETE', keepalive: true, cache: 'no-store', headers }).catch(
    () => undefined,
  );
}

/** The day that the desk was read, carried on by the midnights since: a tablet with a wrong date does not spoil it. */
function today(): DateString {
  const desk = sharedTablet.getState().desk;
  return desk ? dayAfter(desk.today, Date.parse(desk.now), Date.now()) : '';
}
