import { type AppRoute, page } from './app-route';

/** The staff of a house and its coach; nobody else learns anything about a child. */
const readers = ['educator', 'institution_lead', 'coach'] as const;

/** What was measured: of a group, over time, and of a child. */
export const resultRoutes: readonly AppRoute[] = [
  {
    path: '/testtage/:id/auswertung',
    component: page(async () => (await import('./results/group-report-page')).GroupReportPage),
    roles: readers,
  },
  {
    path: '/entwicklung',
    component: page(async () => (await import('./results/change-page')).ChangePage),
    roles: readers,
  },
  {
    path: '/kinder/:id',
    component: page(async () => (await import('./results/child-page')).ChildPage),
    roles: readers,
  },
];
