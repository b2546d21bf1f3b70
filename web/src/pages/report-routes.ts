import { IconMap2 } from '@tabler/icons-react';
import { texts } from '../texts/de';
import { type AppRoute, page } from './app-route';

/** The pages of the city's figures, in the order of the navigation. They stand behind the overview, which is the start page. */
export const reportRoutes: readonly AppRoute[] = [
  {
    path: '/karte',
    component: page(async () => (await import('./overview/map-page')).MapPage),
    roles: ['coordinator', 'programme_lead'],
    nav: { label: texts.cityMap.nav, icon: IconMap2 },
  },
];
