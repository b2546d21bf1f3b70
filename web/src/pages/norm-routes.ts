import { type AppRoute, page } from './app-route';

/** Test batteries and norms: everybody may read them, administrators add to them. */
export const normRoutes: readonly AppRoute[] = [
  {
    path: '/testbatterien',
    component: page(async () => (await import('./norms/batteries-page')).BatteriesPage),
    roles: 'signed-in',
  },
  {
    path: '/testbatterien/:id',
    component: page(async () => (await import('./norms/battery-page')).BatteryPage),
    roles: 'signed-in',
  },
  {
    path: '/normtabellen',
    component: page(async () => (await import('./norms/norm-sets-page')).NormSetsPage),
    roles: 'signed-in',
  },
  {
    path: '/normtabellen/import',
    component: page(async () => (await import('./norms/norm-import-page')).NormImportPage),
    roles: ['administrator'],
  },
  {
    path: '/normtabellen/:id',
    component: page(async () => (await import('./norms/norm-set-page')).NormSetPage),
    roles: 'signed-in',
  },
  {
    path: '/normrechner',
    component: page(async () => (await import('./norms/calculator-page')).CalculatorPage),
    roles: 'signed-in',
  },
];
