import { WAVE_WORDS } from '../../exports/assessment-words.js';
import { KIND_WORDS, SITUATION_WORDS } from '../../exports/words.js';
import type { Block, CellState, HidingReason, Outcome, Scheme } from '../publication-types.js';

/** Stands beside every number. */
export const ROUNDING_LABEL = 'gerundet auf 5; Werte bis 7 nicht ausgewiesen';

/** In place of a null, in files and queries: all of them together. */
export const ALL = 'all';
const ALL_WORD = { [ALL]: 'alle' };

export const BLOCK_WORDS: Record<Block, string> = {
  tested: 'Getestete Kinder',
  results: 'Ergebnisse',
  paired: 'Vorher-Nachher',
};

export const SCHEME_WORDS: Record<Scheme, string> = {
  region: 'Region',
  social_situation: 'Soziale Lage',
  social_index: 'Schulsozialindex',
};

export const STATE_WORDS: Record<CellState, string> = {
  rounded: 'gerundet auf 5',
  up_to_7: '0 bis 7',
  hidden: 'nicht ausgewiesen',
};

export const REASON_WORDS: Record<HidingReason, string> = {
  too_small_nearby: 'ließe auf eine kleine Zahl daneben schließen',
  too_few_houses: 'weniger als drei Einrichtungen',
};

const OUTCOMES: Record<Outcome, string> = {
  below: 'unter dem Durchschnitt',
  not_below: 'nicht unter dem Durchschnitt',
  up: 'um mindestens eine Klasse besser',
  same: 'gleiche Klasse',
  down: 'um mindestens eine Klasse schlechter',
  lost: 'ohne zweiten Test',
};

export const OUTCOME_WORDS: Record<string, string> = { ...OUTCOMES, ...ALL_WORD };
export const CELL_KIND_WORDS: Record<string, string> = { ...KIND_WORDS, ...ALL_WORD };
export const CELL_SEX_WORDS: Record<string, string> = { female: 'weiblich', male: 'männlich', ...ALL_WORD };
export const CELL_WAVE_WORDS: Record<string, string> = { ...WAVE_WORDS, ...ALL_WORD };
export const AGE_WORDS: Record<string, string> = {
  ...{ '0-4': 'bis 4 Jahre', '5': '5 Jahre', '6-7': '6 und 7 Jahre', '8+': 'ab 8 Jahren' },
  ...ALL_WORD,
};

/** Places that are the same in every city; regions have titles of their own. */
export const PLACE_WORDS: Record<string, string> = {
  ...SITUATION_WORDS,
  ...{ '1-3': '1 bis 3', '4-6': '4 bis 6', '7-9': '7 bis 9', unknown: 'ohne Angabe' },
  ...ALL_WORD,
};
