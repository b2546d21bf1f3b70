import { IconHeartbeat, IconHistory, IconHourglass, IconMail, IconUsers } from '@tabler/icons-react';
import { texts } from '../texts/de';
import { type AppRoute, page } from './app-route';
import { inviters, keepers } from './role-sets';

const { governance, mails, people, system, trail } = texts;

/** People, letters, the trail, and what is kept for the whole city. */
export const keeperRoutes: readonly AppRoute[] = [
  {
    path: '/konten',
    component: page(async () => (await import('./people/people-page')).PeoplePage),
    roles: inviters,
    nav: { label: people.nav, icon: IconUsers },
  },
  {
    path: '/konten/:id',
    component: page(async () => (await import('./people/person-page')).PersonPage),
    roles: inviters,
  },
  {
    path: '/einladen',
    component: page(async () => (await import('./invite-page')).InvitePage),
    roles: inviters,
  },
  {
    path: '/einladen/liste',
    component: page(async () => (await import('./people/invite-many-page')).InviteManyPage),
    roles: inviters,
  },
  {
    path: '/verwaltung/stadtbezirke/:id',
    component: page(async () => (await import('./admin/rearrange-page')).RearrangePage),
    roles: keepers,
  },
  {
    path: '/verwaltung/stadtbezirke',
    component: page(async () => (await import('./admin/districts-page')).DistrictsPage),
    roles: keepers,
  },
  {
    path: '/verwaltung/ferien',
    component: page(async () => (await import('./admin/holidays-page')).HolidaysPage),
    roles: keepers,
  },
  {
    path: '/verwaltung/ziele',
    component: page(async () => (await import('./admin/targets-page')).TargetsPage),
    roles: keepers,
  },
  {
    path: '/nachrichten',
    component: page(async () => (await import('./mails-page')).MailsPage),
    roles: keepers,
    nav: { label: mails.nav, icon: IconMail },
  },
  {
    path: '/protokoll',
    component: page(async () => (await import('./admin/trail-page')).TrailPage),
    roles: ['administrator'],
    nav: { label: trail.nav, icon: IconHistory },
  },
  {
    path: '/system',
    component: page(async () => (await import('./admin/system-page')).SystemPage),
    roles: ['administrator'],
    nav: { label: system.nav, icon: IconHeartbeat },
  },
  {
    path: '/aufbewahrung',
    component: page(async () => (await import('./admin/retention-page')).RetentionPage),
    roles: ['administrator'],
    nav: { label: governance.nav, icon: IconHourglass },
  },
];
