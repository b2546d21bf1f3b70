import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { Outbox } from './outbox';
import type { OutboxKind } from './entry';
import { deliver, goOn, passes, signedInAccount } from './senders';
import { openStore } from './store';
import { alone, onOthersChanged, tellOthers } from './tabs';

/** What is read anew after an entry of a kind. The entry screens of a test day take in by themselves what was entered there. */
const READ_ANEW: Record<OutboxKind, string> = {
  activity: 'activities',
  trial: 'test-days',
  not_done: 'test-days',
};

const EACH_MINUTE = 60_000;

export const outbox = new Outbox({
  store: openStore(),
  deliver,
  goOn,
  signedInAccount,
  passes,
  alone,
  tellOthers,
});

/** The waiting entries of the signed-in account, always current. */
export function useOutbox() {
  return useSyncExternalStore(outbox.subscribe, outbox.getSnapshot);
}

/** Keeps the outbox going while this account is signed in: when the network is back, on focus and each minute. */
export function useOutboxOf(accountId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const start = async () => {
      await outbox.open(accountId);
      await outbox.flush({ hurry: true });
    };
    void start();
    const stops = [
      outbox.onConfirmed(({ kind }) => void queries.invalidateQueries({ queryKey: [READ_ANEW[kind]] })),
      onOthersChanged(() => void outbox.reload()),
      on(window, 'online', () => void outbox.flush({ hurry: true })),
      on(window, 'focus', () => void outbox.flush()),
      on(window, 'beforeunload', warnIfLost),
      each(EACH_MINUTE, () => void outbox.flush()),
    ];
    return () => {
      stops.forEach((stop) => stop());
      void outbox.open(null);
    };
  }, [accountId, queries]);
}

/** Only where the browser cannot keep entries: closing the page would lose them. */
function warnIfLost(event: Event): void {
  const { entries, lasting } = outbox.getSnapshot();
  if (!lasting && entries.length > 0) event.preventDefault();
}

function on(target: Window, type: string, listener: (event: Event) => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}

function each(milliseconds: number, work: () => void): () => void {
  const timer = window.setInterval(work, milliseconds);
  return () => window.clearInterval(timer);
}
