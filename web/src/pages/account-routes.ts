import { type AppRoute, page } from './app-route';

/** The own account, and what is open to everybody. */
export const accountRoutes: readonly AppRoute[] = [
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
    path: '/wartend',
    component: page(async () => (await import('./waiting-page')).WaitingPage),
    roles: 'everyone',
  },
  {
    path: '/tablet',
    component: page(async () => (await import('./tablet-page')).TabletPage),
    roles: 'everyone',
  },
  {
    path: '/einladung',
    component: page(async () => (await import('./invitation-page')).InvitationPage),
    roles: 'everyone',
    ownDevice: true,
  },
  {
    path: '/passwort-vergessen',
    component: page(async () => (await import('./forgotten-password-page')).ForgottenPasswordPage),
    roles: 'everyone',
    ownDevice: true,
  },
  {
    path: '/neues-passwort',
    component: page(async () => (await import('./new-password-page')).NewPasswordPage),
    roles: 'everyone',
    ownDevice: true,
  },
  {
    path: '/barrierefreiheit',
    component: page(async () => (await import('./accessibility-page')).AccessibilityPage),
    roles: 'everyone',
  },
];
