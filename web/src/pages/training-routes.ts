import { IconCertificate, IconSchool, IconUserHeart } from '@tabler/icons-react';
import { texts } from '../texts/de';
import { type AppRoute, page } from './app-route';

const { certificates, staff, training } = texts;

/** Everybody with something to do in the programme. */
const ROLES = [
  'educator',
  'institution_lead',
  'coach',
  'coordinator',
  'programme_lead',
  'administrator',
] as const;

/** They hold certificates, or see those of others. */
const certificateHolders = ['educator', 'institution_lead', 'coordinator'] as const;

/** Trainings, and the people who go to them. */
export const trainingRoutes: readonly AppRoute[] = [
  {
    path: '/fortbildungen',
    component: page(async () => (await import('./trainings/trainings-page')).TrainingsPage),
    roles: ROLES,
    nav: { label: training.nav, icon: IconSchool },
  },
  {
    path: '/fortbildungen/neu',
    component: page(async () => (await import('./trainings/new-training-page')).NewTrainingPage),
    roles: ['coordinator'],
  },
  {
    path: '/fortbildungen/:id',
    component: page(async () => (await import('./trainings/training-page')).TrainingPage),
    roles: ROLES,
  },
  {
    path: '/fortbildungen/:id/bearbeiten',
    component: page(async () => (await import('./trainings/edit-training-page')).EditTrainingPage),
    roles: ['coordinator'],
  },
  {
    path: '/team',
    component: page(async () => (await import('./trainings/team-page')).TeamPage),
    roles: ['institution_lead'],
    nav: { label: staff.nav, icon: IconUserHeart },
  },
  {
    path: '/fachkraefte',
    component: page(async () => (await import('./trainings/staff-page')).StaffPage),
    roles: ['coordinator'],
    nav: { label: staff.navAll, icon: IconUserHeart },
  },
];

/** Who was there, and what they get for it. */
export const certificateRoutes: readonly AppRoute[] = [
  {
    path: '/bescheinigungen',
    component: page(async () => (await import('./certificates-page')).CertificatesPage),
    roles: certificateHolders,
    nav: { label: certificates.nav, icon: IconCertificate },
  },
  {
    path: '/fortbildungen/:id/anwesenheit',
    component: page(async () => (await import('./trainings/attendance-page')).AttendancePage),
    roles: ['coordinator'],
  },
  {
    path: '/fortbildungen/:id/liste',
    component: page(async () => (await import('./trainings/signature-list-page')).SignatureListPage),
    roles: ['coordinator'],
  },
  {
    path: '/fortbildungen/:id/bescheinigungen',
    component: page(
      async () => (await import('./trainings/training-certificates-page')).TrainingCertificatesPage,
    ),
    roles: ['institution_lead', 'coordinator'],
  },
];
