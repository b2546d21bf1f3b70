import { action, type ActionWords } from './action-words.js';

/** The trail's words for accounts, how people get one, and how they prove who they are. */
export const ACCESS_ACTIONS: Readonly<Record<string, ActionWords>> = {
  'session.create': action('Angemeldet', 'hat sich angemeldet'),
  'session.remove': action('Abgemeldet', 'hat sich auf einem Gerät abgemeldet'),
  'session.remove_others': action('Andere Geräte abgemeldet', 'hat alle anderen Geräte abgemeldet'),
  'account.create': action(
    'Einladung angenommen',
    'hat eine Einladung angenommen und das Konto eingerichtet',
  ),
  'account.update': action('Konto geändert', 'hat {o} geändert'),
  'account.add_role': action('Rolle gegeben', 'hat eine Rolle hinzugefügt: {o}'),
  'account.remove_role': action('Rolle entzogen', 'hat eine Rolle entzogen: {o}'),
  'account.sign_out': action('Person überall abgemeldet', 'hat überall abgemeldet: {o}'),
  'account.change_password': action('Passwort geändert', 'hat das eigene Passwort geändert'),
  'password_reset.create': action(
    'Passwort-Link erstellt',
    'hat einen Link für ein neues Passwort erstellt: {o}',
  ),
  'password_reset.use': action('Passwort neu gesetzt', 'hat mit einem Link ein neues Passwort gesetzt'),
  'second_factor.begin': action('Zweiten Faktor begonnen', 'hat begonnen, einen zweiten Faktor einzurichten'),
  'second_factor.create': action('Zweiten Faktor eingerichtet', 'hat einen zweiten Faktor eingerichtet'),
  'second_factor.remove': action('Zweiten Faktor entfernt', 'hat den eigenen zweiten Faktor entfernt'),
  'second_factor.reset': action('Zweiten Faktor zurückgesetzt', 'hat den zweiten Faktor zurückgesetzt: {o}'),
  'recovery_code.renew': action('Notfall-Codes erneuert', 'hat neue Notfall-Codes erzeugt'),
  'recovery_code.use': action('Notfall-Code benutzt', 'hat sich mit einem Notfall-Code angemeldet'),
  'access_token.create': action('Zugangstoken erstellt', 'hat ein Zugangstoken erstellt'),
  'access_token.remove': action('Zugangstoken gelöscht', 'hat ein Zugangstoken gelöscht'),
  'invitation.create': action('Eingeladen', 'hat eingeladen: {o}'),
  'invitation.renew': action('Einladung erneuert', 'hat die Einladung erneuert: {o}'),
  'invitation.remove': action('Einladung zurückgezogen', 'hat die Einladung zurückgezogen: {o}'),
};
