import { IconBuildingCommunity } from '@tabler/icons-react';
import { texts } from '../texts/de';
import { type AppRoute, page } from './app-route';
import { cityPeople, groupKeepers, keepers } from './role-sets';

const { institutions } = texts;

/** The institutions of the city: to find, to keep, from files. */
export const institutionRoutes: readonly AppRoute[] = [
  {
    path: '/einrichtungen',
    component: page(async () => (await import('./institutions/institutions-page')).InstitutionsPage),
    roles: cityPeople,
    nav: { label: institutions.nav, icon: IconBuildingCommunity },
  },
  {
    path: '/einrichtungen/neu',
    component: page(async () => (await import('./institutions/new-institution-page')).NewInstitutionPage),
    roles: keepers,
  },
  {
    path: '/einrichtungen/import',
    component: page(async () => (await import('./imports/import-start-page')).InstitutionImportPage),
    roles: keepers,
  },
  {
    path: '/gruppen/import',
    component: page(async () => (await import('./imports/import-start-page')).GroupImportPage),
    roles: groupKeepers,
  },
  {
    path: '/import/:id',
    component: page(async () => (await import('./imports/import-page')).ImportPage),
    roles: groupKeepers,
  },
  {
    path: '/einrichtungen/:id',
    component: page(async () => (await import('./institutions/institution-page')).InstitutionPage),
    roles: [...cityPeople, 'institution_lead'],
  },
  {
    path: '/einrichtungen/:id/bearbeiten',
    component: page(async () => (await import('./institutions/edit-institution-page')).EditInstitutionPage),
    roles: keepers,
  },
  {
    path: '/einrichtungen/:id/gruppen-uebernehmen',
    component: page(async () => (await import('./institutions/carry-over-page')).CarryOverPage),
    roles: [...keepers, 'institution_lead'],
  },
  {
    path: '/einrichtungen/:id/zusammenfuehren',
    component: page(async () => (await import('./institutions/merge-page')).MergePage),
    roles: keepers,
  },
];
