import {
  IconCalendarCheck,
  IconDatabaseExport,
  IconMap2,
  IconReportAnalytics,
  IconRulerMeasure,
  IconScale,
} from '@tabler/icons-react';
import { dataReaders } from '../features/data-files/files';
import { texts } from '../texts/de';
import { type AppRoute, page } from './app-route';

/** Everybody who answers for whole cities. */
const readers = ['coordinator', 'programme_lead'] as const;

/** The pages of the city's figures, in the order of the navigation. They stand behind the overview, which is the start page. */
export const reportRoutes: readonly AppRoute[] = [
  {
    path: '/chancen',
    component: page(async () => (await import('./reports/equity-page')).EquityPage),
    roles: readers,
    nav: { label: texts.equity.nav, icon: IconScale },
  },
  {
    path: '/motorik',
    component: page(async () => (await import('./reports/motor-skills-page')).MotorSkillsPage),
    roles: readers,
    nav: { label: texts.motorSkills.nav, icon: IconRulerMeasure },
  },
  {
    path: '/motorik/veroeffentlichen',
    component: page(async () => (await import('./reports/publications-page')).PublicationsPage),
    roles: readers,
  },
  {
    path: '/vollstaendigkeit',
    component: page(async () => (await import('./reports/completeness-page')).CompletenessPage),
    roles: readers,
    nav: { label: texts.completeness.nav, short: texts.completeness.navShort, icon: IconCalendarCheck },
  },
  {
    path: '/karte',
    component: page(async () => (await import('./overview/map-page')).MapPage),
    roles: readers,
    nav: { label: texts.cityMap.nav, icon: IconMap2 },
  },
  {
    path: '/jahresbericht',
    component: page(async () => (await import('./reports/annual-reports-page')).AnnualReportsPage),
    roles: readers,
    nav: { label: texts.annualReport.nav, icon: IconReportAnalytics },
  },
  {
    path: '/jahresbericht/:id',
    component: page(async () => (await import('./reports/annual-report-page')).AnnualReportPage),
    roles: readers,
  },
  {
    path: '/einrichtungen/:id/blatt',
    component: page(async () => (await import('./institutions/house-sheet-page')).HouseSheetPage),
    roles: ['institution_lead', 'coach', 'coordinator', 'programme_lead'],
  },
];

/** Everything as files; behind what people come for every day. */
export const dataRoutes: readonly AppRoute[] = [
  {
    path: '/daten',
    component: page(async () => (await import('./reports/data-page')).DataPage),
    roles: dataReaders,
    nav: { label: texts.dataFiles.nav, icon: IconDatabaseExport },
  },
];
