import { action, type ActionWords } from './action-words.js';
import { TABLET_ACTIONS, TABLET_FIELDS, TABLET_OBJECTS } from './tablet-words.js';

/** The trail's words for shared tablets, and for entries that were noted without a network and wait for the lead's word. */
export const OFFLINE_ACTIONS: Readonly<Record<string, ActionWords>> = {
  ...TABLET_ACTIONS,
  'held_entry.create': action('Eintrag ohne Netz wartet', 'hat einen Eintrag zur Bestätigung zurückgelegt'),
  'held_entry.confirm': action(
    'Eintrag ohne Netz bestätigt',
    'hat einen Eintrag bestätigt, der gewartet hat',
  ),
  'held_entry.discard': action(
    'Eintrag ohne Netz verworfen',
    'hat einen Eintrag verworfen, der gewartet hat',
  ),
};

export const OFFLINE_OBJECTS: Readonly<Record<string, string>> = {
  ...TABLET_OBJECTS,
  held_entry: 'den wartenden Eintrag',
};

export const OFFLINE_FIELDS: Readonly<Record<string, string>> = {
  ...TABLET_FIELDS,
  changes: 'Änderungen',
};
