import { action, type ActionWords, changed, created, removed } from './action-words.js';

/** The trail's words for test days; no value that a child had is among them. */
export const TEST_DAY_ACTIONS: Readonly<Record<string, ActionWords>> = {
  'test_day.create': created('Testtag'),
  'test_day.update': changed('Testtag'),
  'test_day.remove': removed('Testtag'),
  'test_day.release': action('Testtag freigegeben', 'hat die Freigabe der Schulleitung eingetragen'),
  'test_day.close': action('Testtag abgeschlossen', 'hat einen Testtag abgeschlossen'),
  'trial.create': action('Versuch eingetragen', 'hat einen Versuch eingetragen'),
  'trial.update': action('Versuch geändert', 'hat einen Versuch geändert'),
  'trial.settle_conflict': action(
    'Zwischen zwei Werten gewählt',
    'hat zwischen zwei Werten für einen Versuch gewählt',
  ),
  'trial.accept_stored': action(
    'Gespeicherten Wert behalten',
    'hat bei zwei Werten für einen Versuch den gespeicherten behalten',
  ),
  'trial.remove': action('Versuch gelöscht', 'hat einen Versuch gelöscht'),
  'trial.correct': action(
    'Ergebnis nachträglich berichtigt',
    'hat ein Ergebnis an einem abgeschlossenen Testtag berichtigt',
  ),
  'result.mark': action(
    'Als nicht durchgeführt vermerkt',
    'hat vermerkt oder zurückgenommen, dass Aufgaben nicht durchgeführt wurden',
  ),
  'parents_sheet.export': action(
    'Elternblätter heruntergeladen',
    'hat die Rückmeldungen für Eltern zu einem Testtag heruntergeladen',
  ),
};

export const TEST_DAY_OBJECTS: Readonly<Record<string, string>> = {
  assessment: 'die Testung',
  test_day: 'den Testtag',
  trial: 'den Versuch',
};

export const TEST_DAY_FIELDS: Readonly<Record<string, string>> = {
  batteryId: 'Testbatterie',
  confirmed: 'Bestätigt',
  groupIds: 'Gruppen',
  number: 'Nummer',
  releasedBy: 'Freigegeben von',
  releasedOn: 'Freigegeben am',
  valid: 'Gültig',
  value: 'Wert',
  wave: 'Zeitpunkt',
};
