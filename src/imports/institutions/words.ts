import {
  KIND_WORDS as KINDS,
  LEGAL_WORDS as LEGAL,
  PROVIDER_WORDS as PROVIDERS,
  SITUATION_WORDS as SITUATIONS,
} from '../../reporting/exports/words.js';
import { WordIndex } from '../reading/words.js';

/* What people write for the fixed words, beside the word of our own files and the code itself. */

const OTHER_KINDS: Record<keyof typeof KINDS, string[]> = {
  kita: ['Kindertagesstätte', 'Kindertageseinrichtung', 'Kindergarten', 'Tageseinrichtung für Kinder'],
  school: ['Grundschule', 'GS', 'Förderschule', 'Gesamtschule', 'Hauptschule', 'Realschule', 'Gymnasium'],
};

const OTHER_PROVIDERS: Record<keyof typeof PROVIDERS, string[]> = {
  municipal: ['kommunaler Träger', 'städtisch', 'Stadt', 'Kommune', 'öffentlich'],
  protestant: ['ev.', 'ev. Kirche', 'evangelische Kirche', 'ev. Kirchenkreis', 'ev. Kirchengemeinde'],
  catholic: ['kath.', 'rk.', 'kath. Kirche', 'katholische Kirche', 'kath. Kirchengemeinde'],
  awo: ['Arbeiterwohlfahrt'],
  caritas: ['Caritasverband'],
  drk: ['Deutsches Rotes Kreuz', 'Rotes Kreuz'],
  diakonie: ['Diakonisches Werk'],
  lebenshilfe: [],
  parity: ['Parität', 'Elterninitiative', 'Der Paritätische', 'paritätisch', 'DPWV'],
  other_nonprofit: ['freier Träger', 'sonstige', 'frei', 'gemeinnützig'],
  private: ['betrieblich', 'privat', 'Betriebskita', 'privat-gewerblich', 'gewerblich'],
};

const OTHER_LEGAL: Record<keyof typeof LEGAL, string[]> = {
  dsgvo: ['staatlich'],
  kdg: ['katholisch'],
  dsg_ekd: ['EKD', 'evangelisch'],
};

const OTHER_SITUATIONS: Record<keyof typeof SITUATIONS, string[]> = {
  low: ['gering', 'niedrig belastet', 'gering belastet'],
  medium: ['mittel belastet', 'durchschnittlich'],
  high: ['hoch belastet', 'stark belastet'],
};

export const KIND_WORDS = indexOf(KINDS, OTHER_KINDS);
export const PROVIDER_WORDS = indexOf(PROVIDERS, OTHER_PROVIDERS);
export const LEGAL_WORDS = indexOf(LEGAL, OTHER_LEGAL);
export const SITUATION_WORDS = indexOf(SITUATIONS, OTHER_SITUATIONS);

/** The usual word of each provider, for a sentence. */
export const PROVIDER_CHOICES = Object.values(PROVIDERS).join(', ');

function indexOf(words: Record<string, string>, others: Record<string, string[]>): WordIndex<string> {
  return new WordIndex(
    Object.entries(words).map(([code, word]) => [code, [code, word, ...(others[code] ?? [])]] as const),
  );
}
