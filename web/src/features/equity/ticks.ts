import { formatNumber, formatPercent } from '../../ui/format';

interface Tick {
  at: number;
  label: string;
}

const QUARTERS = [0, 0.25, 0.5, 0.75, 1];
const PARTS = 4;
/** Steps that people can read off: 1, 2, 2.5 and 5 times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/** Marks of a scale that begins at nothing: shares up to the whole, everything else to a round number above the highest. */
export function ticksFor(kind: 'share' | 'ratio', values: readonly number[]): Tick[] {
  if (kind === 'share') return QUARTERS.map((at) => ({ at, label: formatPercent(at) }));
  const step = stepFor(Math.max(0, ...values) / PARTS);
  return Array.from({ length: PARTS + 1 }, (_, index) => ({
    at: index * step,
    label: formatNumber(index * step),
  }));
}

function stepFor(least: number): number {
  if (least === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return (STEPS.find((step) => step * power >= least) ?? 10) * power;
}
