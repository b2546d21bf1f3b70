import { notifications } from '@mantine/notifications';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { signInGate } from '../../api/sign-in-gate';
import type { Session } from '../../api/types';
import { sessionQuery } from '../session/session';
import { isTablet } from './mark';
import type { TabletState } from './shared-tablet';
import { sharedTablet, showOn } from './tablet';

/** The desk is read again so often, in ms: a new colleague appears, and a tablet that was taken out learns of it. */
const LOOK_AGAIN = 5 * 60_000;

export function useTablet(): TabletState {
  return useSyncExternalStore(sharedTablet.subscribe, sharedTablet.getState);
}

/** Keeps the desk of a shared tablet current, from the start of the page on. Does nothing on any other device. */
export function useTabletStart(): void {
  const queries = useQueryClient();
  const isShared = isTablet();
  useEffect(() => {
    if (!isShared) return;
    showOn((session) => (session ? showSession(queries, session) : forgetAll(queries)));
    void sharedTablet.start();
    const again = () => void sharedTablet.refresh();
    const timer = window.setInterval(again, LOOK_AGAIN);
    window.addEventListener('online', again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [isShared, queries]);
}

/** Pages of somebody whose PIN is checked only now read anew what the desk had answered. */
function showSession(queries: QueryClient, session: Session): void {
  const shown = queries.getQueryData(sessionQuery.queryKey);
  queries.setQueryData(sessionQuery.queryKey, session);
  if (shown) void queries.invalidateQueries({ predicate: ({ queryKey }) => !isSession(queryKey) });
}

/** Nothing that was read, sent or said stays for the next person. */
function forgetAll(queries: QueryClient): void {
  signInGate.arm(false);
  queries.setQueryData(sessionQuery.queryKey, null);
  queries.removeQueries({ predicate: ({ queryKey }) => !isSession(queryKey) });
  queries.getMutationCache().clear();
  notifications.clean();
}

function isSession(queryKey: readonly unknown[]): boolean {
  return queryKey[0] === sessionQuery.queryKey[0];
}
