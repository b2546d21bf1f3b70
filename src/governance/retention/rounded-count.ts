import type { RunFigures } from '../../jobs/maintenance-runs.js';
import { RULE_WORDS } from './rule-words.de.js';
import type { RunFiguresDto } from './retention.dto.js';

/** As statistics over children show counts: 0 to 7 as "up to 7", everything else to the nearest 5. */
export interface RoundedCount {
  /** Null: up to `upTo`. */
  count: number | null;
  upTo: number | null;
}

const SMALL = 7;
const STEP = 5;
const FIGURE_TITLES: Record<string, string> = { account_warnings: 'Nachrichten, dass ein Konto abläuft' };

export function roundedCount(count: number): RoundedCount {
  if (count <= SMALL) return { count: null, upTo: SMALL };
  return { count: Math.round(count / STEP) * STEP, upTo: null };
}

/** The same for a run's figures, which are numbers and codes. */
export function roundedCode(count: number): number | string {
  const rounded = roundedCount(count);
  return rounded.count ?? `up_to_${SMALL}`;
}

/** A run's figures, as they were noted, told again. */
export function figuresOf(figures: RunFigures): RunFiguresDto[] {
  return Object.entries(figures).map(([code, value]) => ({
    ...{ code, title: RULE_WORDS[code]?.title ?? FIGURE_TITLES[code] ?? code },
    ...(typeof value === 'number' ? { count: value, upTo: null } : { count: null, upTo: SMALL }),
  }));
}
