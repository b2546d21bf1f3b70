import { type AppRoute, page } from './app-route';

/** They test the children of a house. */
const TESTERS = ['educator', 'institution_lead', 'coach'] as const;

/** The ways of entering what is measured on a test day. */
export const gymRoutes: readonly AppRoute[] = [
  {
    path: '/testtage/:id/station/:item',
    component: page(async () => (await import('./gym/station-page')).StationPage),
    roles: TESTERS,
    wholeScreen: true,
  },
  {
    path: '/testtage/:id/kind/:childId',
    component: page(async () => (await import('./gym/child-mode-page')).ChildModePage),
    roles: TESTERS,
    wholeScreen: true,
  },
  {
    path: '/testtage/:id/boegen',
    component: page(async () => (await import('./gym/paper-page')).PaperPage),
    roles: TESTERS,
  },
  {
    path: '/testtage/:id/erfassen',
    component: page(async () => (await import('./gym/capture-page')).CapturePage),
    roles: TESTERS,
    wholeScreen: true,
  },
];
