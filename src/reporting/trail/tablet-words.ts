import { action, type ActionWords } from './action-words.js';

/** The trail's words for shared tablets, and for what people unlock them by. */
export const TABLET_ACTIONS: Readonly<Record<string, ActionWords>> = {
  'session.create_on_tablet': action('Tablet entsperrt', 'hat ein gemeinsames Tablet entsperrt'),
  'tablet.create': action('Tablet angelegt', 'hat {o} angelegt'),
  'tablet.update': action('Tablet geändert', 'hat {o} geändert'),
  'tablet.new_code': action('Code für Tablet angezeigt', 'hat einen neuen Code angezeigt: {o}'),
  'tablet.enrol': action('Tablet eingerichtet', 'mit dem Code eingerichtet: {o}'),
  'tablet.revoke': action('Tablet abgemeldet', 'hat {o} abgemeldet'),
  'pin.set': action('PIN gesetzt', 'hat die eigene PIN gesetzt'),
  'pin.remove': action('PIN gelöscht', 'hat die eigene PIN gelöscht'),
  'pin.lock': action('PIN gesperrt', 'PIN zu oft falsch, gesperrt: {o}'),
  'pin.release': action('PIN freigegeben', 'hat die PIN wieder freigegeben: {o}'),
  'pin.clear': action('PIN zurückgesetzt', 'hat die PIN zurückgesetzt: {o}'),
  'badge.create': action('Ausweis erstellt', 'hat den eigenen Ausweis für das Tablet erstellt'),
  'badge.remove': action('Ausweis gelöscht', 'hat den eigenen Ausweis für das Tablet gelöscht'),
  'badge.revoke': action('Ausweis entzogen', 'hat den Ausweis für das Tablet entzogen: {o}'),
};

export const TABLET_OBJECTS: Readonly<Record<string, string>> = { tablet: 'das Tablet' };

export const TABLET_FIELDS: Readonly<Record<string, string>> = {
  peopleShown: 'Namen auf dem Tablet',
};
