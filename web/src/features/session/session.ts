import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, unwrap } from '../../api/client';
import { Problem } from '../../api/problem';
import { signInGate } from '../../api/sign-in-gate';
import type { Role, Session } from '../../api/types';
import { kept } from '../../device/kept';
import { isTablet } from '../tablet/mark';
import { sittingHere } from '../tablet/tablet';
import { tellSession } from './session-channel';
import { keepSession, readOrRemember } from './session-copy';

const FIVE_MINUTES = 300_000;

/** Who is signed in; null if nobody. Read again on focus, so that `today` and the roles stay current. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: (asking) => (isTablet() ? readOnTablet() : readOrRemember(asking, readSession)),
  staleTime: FIVE_MINUTES,
  refetchOnWindowFocus: true,
});

/** A shared tablet keeps no session: a reload is a lock. */
async function readOnTablet(): Promise<Session | null> {
  const asking = sittingHere();
  const session = asking?.kind === 'unlocked' ? await readSession() : (asking?.session ?? null);
  const now = sittingHere();
  // An answer that comes after a lock would show the pages of who has left.
  return now === asking ? session : (now?.session ?? null);
}

async function readSession(): Promise<Session | null> {
  try {
    return await unwrap(api.GET('/api/session'));
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

export const SessionContext = createContext<Session | null>(null);

/** The session of a signed-in page. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of a signed-in page');
  return session;
}

/** True if the person has at least one of the roles. */
export function hasRole(session: Session, ...roles: readonly Role[]): boolean {
  return session.roles.some((assigned) => roles.some((role) => role === assigned.role));
}

export interface House {
  id: string;
  name: string;
  /** The person leads this house (groups, people, all entries). */
  leads: boolean;
}

/** The institutions a person enters activities for, each once, in German order. */
export function housesOf(session: Session): House[] {
  const houses = new Map<string, House>();
  for (const { role, institutionId: id, institutionName: name } of session.roles) {
    if (!id || (role !== 'educator' && role !== 'institution_lead')) continue;
    const leads = role === 'institution_lead' || houses.get(id)?.leads === true;
    houses.set(id, { id, name: name ?? '', leads });
  }
  return [...houses.values()].sort((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** Stores a new session after sign-in or an accepted invitation, and lets waiting requests go on. */
export function useStartSession(): (session: Session) => Promise<void> {
  const queries = useQueryClient();
  return async (session) => {
    await queries.cancelQueries(sessionQuery);
    queries.setQueryData(sessionQuery.queryKey, session);
    void keepSession(session);
    tellSession(session.account.id);
    signInGate.settle(true);
  };
}

/** Leaves the work at the sign-in page without asking the server (the session is over already). */
export function useForgetSession(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    signInGate.arm(false);
    void kept.forget();
    // An answer on its way tells of the session as it was, and would open the page again.
    await queries.cancelQueries(sessionQuery);
    // Not `clear()`: it would cut the page's own look at the session off, and the page would stay open.
    queries.setQueryData(sessionQuery.queryKey, null);
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    tellSession(null);
  };
}

export function useSignIn() {
  const start = useStartSession();
  return useMutation({
    mutationFn: (body: { email: string; password: string; code?: string }) =>
      unwrap(api.POST('/api/session', { body })),
    onSuccess: start,
  });
}

export function useSignOut() {
  const forget = useForgetSession();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/session')),
    onSuccess: forget,
  });
}
