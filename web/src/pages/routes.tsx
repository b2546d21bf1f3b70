import {
  IconCalendarHeart,
  IconCalendarOff,
  IconChartBar,
  IconCirclePlus,
  IconDeviceTablet,
  IconHome,
  IconListDetails,
  IconRun,
  IconSettings,
  IconUsersGroup,
} from '@tabler/icons-react';
import { texts } from '../texts/de';
import { accountRoutes } from './account-routes';
import { type AppRoute, page } from './app-route';
import { childRoutes } from './child-routes';
import { gymRoutes } from './gym-routes';
import { institutionRoutes } from './institution-routes';
import { keeperRoutes } from './keeper-routes';
import { moduleRoutes } from './module-routes';
import { normRoutes } from './norm-routes';
import { dataRoutes, reportRoutes } from './report-routes';
import { resultRoutes } from './result-routes';
import { educators, leads, overviewers } from './role-sets';
import { testDayRoutes } from './test-day-routes';
import { certificateRoutes, trainingRoutes } from './training-routes';

const { activities, admin, advice, closingDays, house, overview, ownHouse, tablets } = texts;

/** Every page, in the order of the navigation. A new page is one line here, or in the file of its part. */
export const routes: readonly AppRoute[] = [
  {
    path: '/eintragen',
    component: page(async () => (await import('./add-activity-page')).AddActivityPage),
    roles: educators,
    nav: { label: activities.navAdd, icon: IconCirclePlus },
  },
  {
    path: '/meine-eintraege',
    component: page(async () => (await import('./my-activities-page')).MyActivitiesPage),
    roles: educators,
    nav: { label: activities.navMine, icon: IconListDetails },
  },
  {
    path: '/eintrag/:id',
    component: page(async () => (await import('./edit-activity-page')).EditActivityPage),
    roles: educators,
  },
  {
    path: '/haus',
    component: page(async () => (await import('./house-activities-page')).HouseActivitiesPage),
    roles: leads,
    nav: { label: house.navHouse, icon: IconHome },
  },
  {
    path: '/bestaetigen',
    component: page(async () => (await import('./held-entries-page')).HeldEntriesPage),
    roles: leads,
  },
  {
    path: '/beratung',
    component: page(async () => (await import('./programme/coach-desk-page')).CoachDeskPage),
    roles: ['coach'],
    nav: { label: advice.nav, icon: IconCalendarHeart },
  },
  {
    path: '/beratungen',
    component: page(async () => (await import('./programme/advice-page')).AdvicePage),
    roles: ['institution_lead', 'coach', ...overviewers],
  },
  ...testDayRoutes,
  ...childRoutes,
  {
    path: '/gruppen',
    component: page(async () => (await import('./groups-page')).GroupsPage),
    roles: leads,
    nav: { label: house.navGroups, icon: IconUsersGroup },
  },
  {
    path: '/schliesstage',
    component: page(async () => (await import('./closing-days-page')).ClosingDaysPage),
    roles: leads,
    nav: { label: closingDays.nav, icon: IconCalendarOff },
  },
  {
    path: '/tablets',
    component: page(async () => (await import('./tablets-page')).TabletsPage),
    roles: leads,
    nav: { label: tablets.nav, icon: IconDeviceTablet },
  },
  {
    path: '/ueberblick',
    component: page(async () => (await import('./overview/overview-page')).OverviewPage),
    roles: overviewers,
    nav: { label: overview.nav, icon: IconChartBar },
  },
  ...reportRoutes,
  {
    path: '/ueberblick/einrichtungen',
    component: page(
      async () => (await import('./overview/overview-institutions-page')).OverviewInstitutionsPage,
    ),
    roles: overviewers,
  },
  {
    path: '/ueberblick/fachkraefte',
    component: page(async () => (await import('./overview/trained-staff-page')).TrainedStaffPage),
    roles: overviewers,
  },
  {
    path: '/gruppen-stand',
    component: page(async () => (await import('./overview/group-years-page')).GroupYearsPage),
    roles: [...overviewers, 'administrator'],
  },
  {
    path: '/verwaltung',
    component: page(async () => (await import('./admin/admin-page')).AdminPage),
    roles: ['administrator'],
    nav: { label: admin.nav, icon: IconSettings },
  },
  ...institutionRoutes,
  ...moduleRoutes,
  {
    path: '/ueberblick/aktivitaeten',
    component: page(async () => (await import('./overview/activities-page')).ActivitiesPage),
    roles: [...overviewers, 'coach'],
    nav: { label: overview.activities.nav, icon: IconRun },
  },
  ...trainingRoutes,
  {
    path: '/meine-zahlen',
    component: page(async () => (await import('./own-house-page')).OwnHousePage),
    roles: [...educators, 'coach'],
    nav: { label: ownHouse.nav, icon: IconChartBar },
  },
  ...dataRoutes,
  ...keeperRoutes,
  ...certificateRoutes,
  ...gymRoutes,
  ...resultRoutes,
  ...normRoutes,
  ...accountRoutes,
];
