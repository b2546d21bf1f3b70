import { texts } from '../../texts/de';
import { type DateString, formatDate } from '../../ui/format';
import type { TestDay, Wave } from './queries';

const words = texts.testDays;

export const WAVES: readonly Wave[] = ['entry', 'progress', 'exit'];

/** What a test on that day usually is: September to November at the beginning, April to June at the end. */
export function usualWave(date: DateString): Wave {
  const month = Number(date.slice(5, 7));
  if (month >= 9 && month <= 11) return 'entry';
  return month >= 4 && month <= 6 ? 'exit' : 'progress';
}

/** "Eingangstest am 12.11.2026" */
export function dayTitle({ wave, heldOn }: Pick<TestDay, 'wave' | 'heldOn'>): string {
  return words.titleOf(words.waves[wave] ?? wave, formatDate(heldOn));
}
