import { IconLayoutKanban } from '@tabler/icons-react';
import { texts } from '../texts/de';
import { type AppRoute, page } from './app-route';
import { programmePeople } from './role-sets';

const { bookings } = texts;

/** What houses choose from the catalogue. */
export const moduleRoutes: readonly AppRoute[] = [
  {
    path: '/module',
    component: page(async () => (await import('./programme/bookings-page')).BookingsPage),
    roles: programmePeople,
    nav: { label: bookings.nav, icon: IconLayoutKanban },
  },
  {
    path: '/module/waehlen',
    component: page(async () => (await import('./programme/pick-modules-page')).PickModulesPage),
    roles: ['institution_lead', 'coach', 'coordinator'],
  },
  {
    path: '/modulkatalog',
    component: page(async () => (await import('./programme/catalogue-page')).CataloguePage),
    roles: 'signed-in',
  },
];
