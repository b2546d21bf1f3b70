import type { Protocol, Reason } from './sheet';

/** What a letter or number in a cell of the paper's copy stands for. */
export type Meaning =
  | { kind: 'text'; text: string }
  | { kind: 'failed' }
  | { kind: 'reason'; reason: Reason }
  | { kind: 'answer'; yes: boolean };

/** The letters that the printed sheets explain. */
const REASONS: Readonly<Record<string, Reason>> = {
  k: 'ill',
  w: 'refused',
  v: 'injured',
  b: 'support_needs',
  z: 'time',
};

/** F, K, W, V, B, Z as on the printed sheets; J and N for stations; "14+31" for laps and the rest of a run. */
export function meaningOf(text: string, { unit, lapMetres }: Pick<Protocol, 'unit' | 'lapMetres'>): Meaning {
  const short = text.trim().toLowerCase();
  const reason = REASONS[short];
  if (reason) return { kind: 'reason', reason };
  if (unit === 'yes_no' && ['j', '1'].includes(short)) return { kind: 'answer', yes: true };
  if (unit === 'yes_no' && ['n', '0'].includes(short)) return { kind: 'answer', yes: false };
  if (unit !== 'yes_no' && short === 'f') return { kind: 'failed' };
  return { kind: 'text', text: lapMetres === null ? text : metresIn(text, lapMetres) };
}

/** Laps and rest as metres; anything else, and a rest longer than a lap, stays as it was typed. */
function metresIn(text: string, lapMetres: number): string {
  const [, laps, rest] = /^\s*(\d{1,2})\s*\+\s*(\d{1,3})\s*$/.exec(text) ?? [];
  if (laps === undefined || rest === undefined || Number(rest) >= lapMetres) return text;
  return String(Number(laps) * lapMetres + Number(rest));
}
