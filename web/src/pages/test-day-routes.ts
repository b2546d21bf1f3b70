import { IconClipboardHeart } from '@tabler/icons-react';
import { texts } from '../texts/de';
import { type AppRoute, page } from './app-route';

/** The staff of a house plans, its coach enters and reads. */
const staff = ['educator', 'institution_lead'] as const;
const testers = [...staff, 'coach'] as const;

/** Planning test days, how far they are, and closing them. */
export const testDayRoutes: readonly AppRoute[] = [
  {
    path: '/testtage',
    component: page(async () => (await import('./test-days/test-days-page')).TestDaysPage),
    roles: testers,
    nav: { label: texts.testDays.nav, icon: IconClipboardHeart },
  },
  {
    path: '/testtage/neu',
    component: page(async () => (await import('./test-days/new-test-day-page')).NewTestDayPage),
    roles: staff,
  },
  {
    path: '/testtage/:id',
    component: page(async () => (await import('./test-days/test-day-page')).TestDayPage),
    roles: testers,
  },
  {
    path: '/testtage/:id/bearbeiten',
    component: page(async () => (await import('./test-days/edit-test-day-page')).EditTestDayPage),
    roles: staff,
  },
  {
    path: '/testtage/:id/abschluss',
    component: page(async () => (await import('./test-days/closing-page')).ClosingPage),
    roles: testers,
  },
];
