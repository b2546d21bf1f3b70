import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Session } from '../../api/types';
import { dayAfter } from './current-day';
import { sessionQuery } from './session';

const A_SECOND = 1000;

/** The session with the day it is now, as a tablet may show a page for days. A new day is also asked of the server. */
export function useCurrentSession(session: Session, readAt: number): Session {
  const queries = useQueryClient();
  const today = useSyncExternalStore(onTick, () => dayAfter(session.today, readAt, Date.now()));
  useEffect(() => {
    if (today !== session.today) void queries.invalidateQueries(sessionQuery);
  }, [today, session.today, queries]);
  return useMemo(() => ({ ...session, today }), [session, today]);
}

/** Each second, and at once when a sleeping device wakes up. */
function onTick(listener: () => void): () => void {
  const timer = window.setInterval(listener, A_SECOND);
  document.addEventListener('visibilitychange', listener);
  return () => {
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', listener);
  };
}
