import { type Icon, IconCirclePlus } from '@tabler/icons-react';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Role, Session } from '../api/types';
import { hasRole } from '../features/session/session';
import { texts } from '../texts/de';

export interface AppRoute {
  /** Pattern of the address. */
  path: string;
  component: LazyExoticComponent<ComponentType>;
  /** Who may open the page; the server decides about the data again. */
  roles: readonly Role[] | 'everyone' | 'signed-in';
  /** Entry in the navigation; the first one a person may open is their start page. */
  nav?: { label: string; icon: Icon };
}

const { activities } = texts;

const educators = ['educator', 'institution_lead'] as const;

/** Loads the code of a page when it is opened for the first time. */
const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

/** Every page, in the order of the navigation. A new page is one line here. */
export const routes: readonly AppRoute[] = [
  {
    path: '/eintragen',
    component: page(async () => (await import('./add-activity-page')).AddActivityPage),
    roles: educators,
    nav: { label: activities.navAdd, icon: IconCirclePlus },
  },
  {
    path: '/konto',
    component: page(async () => (await import('./account-page')).AccountPage),
    roles: 'signed-in',
  },
  {
    path: '/einladung',
    component: page(async () => (await import('./invitation-page')).InvitationPage),
    roles: 'everyone',
  },
  {
    path: '/barrierefreiheit',
    component: page(async () => (await import('./accessibility-page')).AccessibilityPage),
    roles: 'everyone',
  },
];

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
