import { action, created } from './action-words.js';

/** What people did with test batteries and norms, for trail-words.ts. */
export const NORM_ACTIONS = {
  'test_protocol.create': action(
    'Durchführung einer Aufgabe angelegt',
    'hat eine neue Fassung der Durchführung einer Aufgabe angelegt: {o}',
  ),
  'test_battery.create': created('Testbatterie'),
  'test_battery.choose_norms': action(
    'Normtabellen gewählt',
    'hat gewählt, nach welchen Normtabellen ausgewertet wird: {o}',
  ),
  'norm_set.create': action('Normtabelle eingelesen', 'hat eine Normtabelle eingelesen: {o}'),
  'score.recompute': action('Auswertung neu berechnet', 'hat die Auswertung neu berechnet'),
};

export const NORM_OBJECTS = {
  norm_set: 'die Normtabelle',
  score_run: 'die Auswertung',
  test_battery: 'die Testbatterie',
  test_protocol: 'die Durchführung',
};

export const NORM_FIELDS = {
  ageFrom: 'Alter von',
  ageTo: 'Alter bis',
  better: 'Besser ist',
  ceiling: 'Höchstes Ergebnis',
  code: 'Code',
  counting: 'Zählweise',
  csv: 'Datei',
  derived: 'Abgeleitet',
  instructions: 'Durchführung',
  itemCode: 'Aufgabe',
  itemTitle: 'Name der neuen Aufgabe',
  items: 'Aufgaben',
  kinds: 'Für',
  lapMetres: 'Meter je Runde',
  licence: 'Nutzungsrecht',
  material: 'Material',
  maxValue: 'Größter Wert',
  minValue: 'Kleinster Wert',
  norms: 'Normtabellen',
  population: 'Stichprobe',
  rule: 'Wertung',
  scores: 'Auswertung',
  step: 'Schritt',
  timer: 'Uhr',
  timerSeconds: 'Sekunden',
  trialLabels: 'Namen der Versuche',
  trials: 'Versuche',
  unit: 'Einheit',
  years: 'Jahre der Erhebung',
};
