/**
 * The pages that work without a network, with the file of each in `src/`: their code is fetched ahead by the service worker, and
 * what they read is kept on the device. All others say that they need the network.
 */
export const OFFLINE_PAGES = [
  { path: '/eintragen', module: 'pages/add-activity-page.tsx' },
  { path: '/meine-eintraege', module: 'pages/my-activities-page.tsx' },
  { path: '/eintrag/:id', module: 'pages/edit-activity-page.tsx' },
  { path: '/wartend', module: 'pages/waiting-page.tsx' },
  { path: '/testtage', module: 'pages/test-days/test-days-page.tsx' },
  { path: '/testtage/:id', module: 'pages/test-days/test-day-page.tsx' },
  { path: '/testtage/:id/station/:item', module: 'pages/gym/station-page.tsx' },
  { path: '/testtage/:id/kind/:childId', module: 'pages/gym/child-mode-page.tsx' },
  { path: '/testtage/:id/erfassen', module: 'pages/gym/capture-page.tsx' },
  { path: '/fortbildungen/:id', module: 'pages/trainings/training-page.tsx' },
  { path: '/fortbildungen/:id/anwesenheit', module: 'pages/trainings/attendance-page.tsx' },
] as const;

/** Does the page with this pattern work without a network? */
export const worksOffline = (pattern: string): boolean => OFFLINE_PAGES.some(({ path }) => path === pattern);
