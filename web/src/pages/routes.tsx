import {
  IconCalendarHeart,
  IconLayoutKanban,
  IconBuildingCommunity,
  IconCalendarOff,
  IconChartBar,
  IconCirclePlus,
  IconHistory,
  IconHome,
  IconListDetails,
  IconMail,
  IconRun,
  IconSettings,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { texts } from '../texts/de';
import { type AppRoute, page } from './app-route';
import { childRoutes } from './child-routes';
import { gymRoutes } from './gym-routes';
import { dataRoutes, reportRoutes } from './report-routes';
import { resultRoutes } from './result-routes';
import { normRoutes } from './norm-routes';
import { testDayRoutes } from './test-day-routes';
import { certificateRoutes, trainingRoutes } from './training-routes';

const {
  activities,
  admin,
  advice,
  bookings,
  closingDays,
  house,
  institutions,
  mails,
  overview,
  ownHouse,
  people,
  trail,
} = texts;

const educators = ['educator', 'institution_lead'] as const;
const leads = ['institution_lead'] as const;
const inviters = ['institution_lead', 'coordinator', 'administrator'] as const;
const overviewers = ['coordinator', 'programme_lead'] as const;
const cityPeople = ['coach', 'coordinator', 'programme_lead', 'administrator'] as const;
/** They see which modules houses chose. */
const programmePeople = ['educator', 'institution_lead', 'coach', 'coordinator', 'programme_lead'] as const;
/** They keep institutions and districts. */
const keepers = ['coordinator', 'administrator'] as const;
/** They keep groups. */
const groupKeepers = ['institution_lead', ...keepers] as const;

/** Every page, in the order of the navigation. A new page is one line here. */
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
    path: '/beratung',
    component: page(async () => (await import('./programme/coach-desk-page')).CoachDeskPage),
    roles: ['coach'],
    nav: { label: advice.nav, icon: IconCalendarHeart },
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
    path: '/einrichtungen/:id/gruppen-uebernehmen',
    component: page(async () => (await import('./institutions/carry-over-page')).CarryOverPage),
    roles: [...keepers, 'institution_lead'],
  },
  {
    path: '/verwaltung',
    component: page(async () => (await import('./admin/admin-page')).AdminPage),
    roles: ['administrator'],
    nav: { label: admin.nav, icon: IconSettings },
  },
  {
    path: '/einrichtungen',
    component: page(async () => (await import('./institutions/institutions-page')).InstitutionsPage),
    roles: cityPeople,
    nav: { label: institutions.nav, icon: IconBuildingCommunity },
  },
  {
    path: '/module',
    component: page(async () => (await import('./programme/bookings-page')).BookingsPage),
    roles: programmePeople,
    nav: { label: bookings.nav, icon: IconLayoutKanban },
  },
  {
    path: '/module/waehlen',
    component: page(async () => (await import('./programme/pick-modules-page')).PickModulesPage),
    roles: ['institution_lead', 'coach', 'coordinator'],
  },
  {
    path: '/modulkatalog',
    component: page(async () => (await import('./programme/catalogue-page')).CataloguePage),
    roles: 'signed-in',
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
  {
    path: '/einrichtungen/:id/zusammenfuehren',
    component: page(async () => (await import('./institutions/merge-page')).MergePage),
    roles: keepers,
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
  ...certificateRoutes,
  ...gymRoutes,
  ...resultRoutes,
  ...normRoutes,
  {
    path: '/pruefen',
    component: page(async () => (await import('./verify-page')).VerifyPage),
    roles: 'everyone',
  },
  {
    path: '/konto',
    component: page(async () => (await import('./account-page')).AccountPage),
    roles: 'signed-in',
  },
  {
    path: '/einladung',
    component: page(async () => (await import('./invitation-page')).InvitationPage),
    roles: 'everyone',
  },
  {
    path: '/passwort-vergessen',
    component: page(async () => (await import('./forgotten-password-page')).ForgottenPasswordPage),
    roles: 'everyone',
  },
  {
    path: '/neues-passwort',
    component: page(async () => (await import('./new-password-page')).NewPasswordPage),
    roles: 'everyone',
  },
  {
    path: '/barrierefreiheit',
    component: page(async () => (await import('./accessibility-page')).AccessibilityPage),
    roles: 'everyone',
  },
];
