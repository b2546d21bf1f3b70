import type { DateString } from '../../ui/format';

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** "Aktivitäten je Woche" → "olympia-ruft_aktivitaeten-je-woche_2026-11-23.png": letters that every file system and mail takes. */
export function chartFileName(title: string, day: DateString, ending: 'png' | 'csv'): string {
  const plain = title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `olympia-ruft_${plain}_${day}.${ending}`;
}
