import { IconMoodKid } from '@tabler/icons-react';
import { texts } from '../texts/de';
import { type AppRoute, page } from './app-route';

/** They work in a house, and keep its children. */
const keepers = ['educator', 'institution_lead'] as const;

/** Children under their codes; before the page of one child, which takes any other word behind the slash. */
export const childRoutes: readonly AppRoute[] = [
  {
    path: '/kinder',
    component: page(async () => (await import('./children/children-page')).ChildrenPage),
    roles: [...keepers, 'coach'],
    nav: { label: texts.children.nav, icon: IconMoodKid },
  },
  {
    path: '/kinder/liste',
    component: page(async () => (await import('./children/child-list-page')).ChildListPage),
    roles: keepers,
  },
  {
    path: '/kinder/import',
    component: page(async () => (await import('./children/child-import-page')).ChildImportPage),
    roles: keepers,
  },
  {
    path: '/kinder/uebergabe',
    component: page(async () => (await import('./children/transfer-page')).TransferPage),
    roles: keepers,
  },
];
