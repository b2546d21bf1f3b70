import type { Session } from '../api/types';
import { hasRole } from '../features/session/session';
import type { AppRoute } from './app-route';
import { routes } from './routes';

/** May this person (null: nobody signed in) open the page? */
export function mayOpen(route: AppRoute, session: Session | null): boolean {
  if (route.roles === 'everyone') return true;
  if (!session) return false;
  return route.roles === 'signed-in' || hasRole(session, ...route.roles);
}

/** The pages in a person's navigation. */
export function navigationOf(session: Session) {
  return routes.flatMap((route) =>
    route.nav && mayOpen(route, session) ? [{ path: route.path, ...route.nav }] : [],
  );
}

/** Where a person starts after sign-in. */
export function homeOf(session: Session): string {
  return navigationOf(session)[0]?.path ?? '/konto';
}
