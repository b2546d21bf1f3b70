import { action, type ActionWords } from './action-words.js';

/** What was done to the installation as a whole, for trail-words.ts; on the server, so that nobody's name stands beside it. */
export const INSTALLATION_ACTIONS: Readonly<Record<string, ActionWords>> = {
  'installation.backup': action('Datensicherung erstellt', 'hat eine Datensicherung erstellt'),
  'installation.restore': action(
    'Datensicherung zurückgespielt',
    'hat den Stand einer Datensicherung zurückgespielt',
  ),
};

export const INSTALLATION_OBJECTS = { installation: 'die Installation' };
