import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { network } from '../device/network';
import type { OutboxEntry, OutboxKind } from './entry';
import type { Identity } from './identity';
import { Keyring } from './keyring';
import { openStores } from './open-store';
import { Outbox } from './outbox';
import { deliverSealed, readAccountSecrets, readSealingKey } from './sealed-sender';
import { deliver, passes, signedInAccount } from './senders';
import { alone, onOthersChanged, tellOthers } from './tabs';

/** What is read anew after an entry of a kind. The entry screens of a test day take in by themselves what was entered there. */
const READ_ANEW: Record<OutboxKind, string> = {
  activity: 'activities',
  activity_change: 'activities',
  trial: 'test-days',
  not_done: 'test-days',
  attendance: 'attendance',
};

const EACH_MINUTE = 60_000;

const stores = openStores();

export const keyring = new Keyring({
  kept: stores.then(({ keys }) => keys),
  readAccount: readAccountSecrets,
  readSealing: readSealingKey,
});

export const outbox = new Outbox({
  store: stores.then(({ rows }) => rows),
  sealingKey: () => keyring.sealingKey(),
  deliver,
  deliverSealed,
  signedInAccount,
  passes,
  alone,
  tellOthers,
  persist: askToPersist(),
});

/** The waiting entries of the person who is here, and how many sealed ones wait besides; always current. */
export function useOutbox() {
  return useSyncExternalStore(outbox.subscribe, outbox.getSnapshot);
}

/**
 * Keeps the outbox going as long as the page is open, whoever is signed in and be it nobody: at the start, when the network is back, on
 * focus and each minute.
 */
export function useOutboxRunning(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const flush = async (hurry: boolean) => {
      await keyring.refreshSealingKey();
      await outbox.flush({ hurry });
    };
    void outbox.reload();
    void flush(true);
    const stops = [
      outbox.onConfirmed((entry) => readAnew(queries, entry)),
      outbox.onArrived((entry) => readAnew(queries, entry)),
      onOthersChanged(() => void outbox.reload()),
      on(window, 'online', () => void flush(true)),
      network.subscribe(() => network.getSnapshot() && void flush(true)),
      on(window, 'focus', () => void flush(false)),
      on(window, 'beforeunload', warnIfLost),
      each(EACH_MINUTE, () => void flush(false)),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queries]);
}

/** A signed-in person, as far as the outbox has to know. */
export interface OutboxPerson {
  accountId: string;
  /** On a shared tablet nothing that opens entries is kept. */
  onTablet: boolean;
  /** On a locked tablet without a network, instead of what the server would say. */
  given?: Identity | undefined;
}

/**
 * Opens the outbox for the person who is signed in, and closes it when nobody is any more: then the keys are forgotten, and what waits is
 * still sent, sealed. Undefined while that is not known.
 */
export function useOutboxOf(person: OutboxPerson | null | undefined): void {
  const { accountId, onTablet, given } = person ?? {};
  const isNobody = person === null;
  useEffect(() => {
    if (isNobody) void leave();
    if (accountId === undefined) return undefined;
    let isGone = false;
    let isRead = false;
    const enter = async () => {
      if (isGone || isRead) return;
      if (given) await outbox.open(given);
      isRead = given !== undefined || (await openFor(accountId, onTablet === true, () => isGone));
    };
    void enter();
    const stops = [
      on(window, 'online', () => void enter()),
      on(window, 'focus', () => void enter()),
      each(EACH_MINUTE, () => void enter()),
    ];
    return () => {
      isGone = true;
      stops.forEach((stop) => stop());
      void outbox.open(null);
    };
  }, [accountId, onTablet, given, isNobody]);
}

/** @returns whether the server has given the key; until then the one that is kept here has to do */
async function openFor(accountId: string, onTablet: boolean, isGone: () => boolean): Promise<boolean> {
  const last = await keyring.lastIdentity().catch(() => null);
  if (isGone()) return true;
  if (last?.accountId === accountId && outbox.identity === null) await outbox.open(last);
  try {
    const identity = await keyring.readIdentity(accountId, !onTablet);
    if (isGone()) return true;
    await outbox.open(identity);
    void outbox.flush({ hurry: true });
    return true;
  } catch {
    return false;
  }
}

async function leave(): Promise<void> {
  await outbox.open(null);
  await keyring.forget();
  void outbox.flush({ hurry: true });
}

function readAnew(queries: QueryClient, entry: OutboxEntry | null): void {
  if (entry) void queries.invalidateQueries({ queryKey: [READ_ANEW[entry.kind]] });
}

/** With the first entry of a visit; browsers that ask the person do so once. */
function askToPersist(): () => void {
  let asked = false;
  return () => {
    if (asked || !('storage' in navigator) || !('persist' in navigator.storage)) return;
    asked = true;
    navigator.storage.persist().catch(() => undefined);
  };
}

/** Only where the browser cannot keep entries: closing the page would lose them. */
function warnIfLost(event: Event): void {
  const { entries, foreign, lasting } = outbox.getSnapshot();
  if (!lasting && entries.length + foreign.count > 0) event.preventDefault();
}

function on(target: Window, type: string, listener: (event: Event) => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}

function each(milliseconds: number, work: () => void): () => void {
  const timer = window.setInterval(work, milliseconds);
  return () => window.clearInterval(timer);
}
