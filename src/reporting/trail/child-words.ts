import { action, type ActionWords, changed, created } from './action-words.js';

/** The trail's words for children, consents and transfers; which child it was, only the house can tell. */
export const CHILD_ACTIONS: Readonly<Record<string, ActionWords>> = {
  'child.create': created('Kind'),
  'child.update': changed('Kind'),
  'child.remove': action('Kind gelöscht', 'hat ein Kind mit allem, was dazu gehört, gelöscht'),
  'child.erase': action('Ergebnisse gelöscht', 'hat damit alle Ergebnisse des Kindes gelöscht'),
  'child.recode': action('Code geändert', 'hat damit den Code eines Kindes geändert'),
  'child.receive': action('Kind übernommen', 'hat ein Kind mit seinen Ergebnissen übernommen'),
  'consent.create': action('Einwilligung eingetragen', 'hat die Einwilligung der Eltern eingetragen'),
  'consent.update': action('Einwilligung berichtigt', 'hat das Datum einer Einwilligung berichtigt'),
  'consent.withdraw': action('Einwilligung widerrufen', 'hat den Widerruf einer Einwilligung eingetragen'),
  'child_transfer.create': action('Übergabe-Code erstellt', 'hat einen Code für die Übergabe erstellt'),
  'child_transfer.remove': action(
    'Übergabe-Code zurückgezogen',
    'hat einen Code für die Übergabe zurückgezogen',
  ),
  'child_transfer.redeem': action('Übergabe-Code eingelöst', 'hat einen Code für die Übergabe eingelöst'),
};

export const CHILD_OBJECTS: Readonly<Record<string, string>> = {
  child: 'das Kind',
  child_transfer: 'die Übergabe',
  consent: 'die Einwilligung',
};

export const CHILD_FIELDS: Readonly<Record<string, string>> = {
  birthMonth: 'Geburtsmonat',
  childId: 'Kind',
  consent: 'Einwilligung',
  formerCode: 'Früherer Code',
  givenOn: 'Einwilligung vom',
  leftOn: 'Verlassen am',
  results: 'Ergebnisse',
  sex: 'Geschlecht',
  withdrawnOn: 'Widerrufen am',
};
