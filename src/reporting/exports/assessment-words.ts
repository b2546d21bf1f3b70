/* The German words for the codes of tests, as people read them in a file. */

export const SEX_WORDS: Record<string, string> = {
  female: 'weiblich',
  male: 'männlich',
  diverse: 'divers',
  unspecified: 'ohne Angabe',
};

export const WAVE_WORDS: Record<string, string> = {
  entry: 'Eingangstest',
  progress: 'Verlaufstest',
  exit: 'Ausgangstest',
};

export const ORIGIN_WORDS: Record<string, string> = { own: 'eigenes Haus', brought: 'mitgebracht' };

export const RESULT_WORDS: Record<string, string> = {
  open: 'offen',
  done: 'durchgeführt',
  not_done: 'nicht durchgeführt',
  invalid: 'ungültig',
};

export const REASON_WORDS: Record<string, string> = {
  ill: 'krank',
  refused: 'wollte nicht',
  injured: 'verletzt',
  support_needs: 'Förderbedarf',
  time: 'Zeit',
};

export const UNIT_WORDS: Record<string, string> = {
  jumps: 'Sprünge',
  cm: 'cm',
  steps: 'Schritte',
  count: 'Anzahl',
  s: 's',
  m: 'm',
  contacts: 'Bodenkontakte',
  yes_no: 'ja/nein',
};
