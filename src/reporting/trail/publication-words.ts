import { action } from './action-words.js';

/** What people did with published statistics over children, for trail-words.ts. */
export const PUBLICATION_ACTIONS = {
  'publication.create': action(
    'Veröffentlichung vorbereitet',
    'hat eine Veröffentlichung vorbereiten lassen',
  ),
  'publication.publish': action(
    'Statistik veröffentlicht',
    'hat die Statistik eines Zeitraums veröffentlicht',
  ),
  'publication.remove': action(
    'Vorbereitung verworfen',
    'hat die Vorbereitung einer Veröffentlichung verworfen',
  ),
  'motor_skill.export': action(
    'Motorik heruntergeladen',
    'hat veröffentlichte Zahlen zur Motorik als Datei heruntergeladen',
  ),
};

export const PUBLICATION_OBJECTS = { publication: 'die Veröffentlichung' };

export const PUBLICATION_FIELDS = {
  ageBand: 'Alter',
  block: 'Tabelle',
  half: 'Halbjahr',
  item: 'Aufgabe',
  outcome: 'Ergebnis',
  protocolId: 'Fassung der Aufgabe',
  publicationId: 'Veröffentlichung',
  scheme: 'Gliederung',
};
