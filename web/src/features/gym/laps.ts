/** One touch of a child's tile, with the moment in epoch ms. */
interface Tap {
  childId: string;
  at: number;
}

/** A run of several children at once. */
export interface LapRun {
  runners: readonly string[];
  /** Epoch ms; null before the start. */
  startedAt: number | null;
  /** Ended by hand before the time was over. */
  endedAt: number | null;
  taps: readonly Tap[];
  /** Metres run after the last whole lap. */
  rest: Readonly<Record<string, number>>;
  /** Laps put right after the end. */
  corrected: Readonly<Record<string, number>>;
}

export const NO_RUN: LapRun = {
  runners: [],
  startedAt: null,
  endedAt: null,
  taps: [],
  rest: {},
  corrected: {},
};

export type LapStep =
  | { kind: 'choose'; runners: readonly string[] }
  | { kind: 'start'; at: number }
  | { kind: 'tap'; childId: string; at: number }
  | { kind: 'undo' }
  | { kind: 'end'; at: number }
  | { kind: 'rest'; childId: string; metres: number }
  | { kind: 'laps'; childId: string; laps: number }
  | { kind: 'saved'; childId: string };

/** Two touches of a tile within this time, in ms, are one trembling finger: nobody runs a lap in a second. */
const TREMBLE = 1_000;

export function step(run: LapRun, change: LapStep): LapRun {
  switch (change.kind) {
    case 'choose':
      return { ...NO_RUN, runners: change.runners };
    case 'start':
      return { ...run, startedAt: change.at };
    case 'tap':
      return tapped(run, change);
    case 'undo':
      return { ...run, taps: run.taps.slice(0, -1) };
    case 'end':
      return { ...run, endedAt: change.at };
    case 'rest':
      return { ...run, rest: { ...run.rest, [change.childId]: change.metres } };
    case 'laps':
      return { ...run, corrected: { ...run.corrected, [change.childId]: Math.max(0, change.laps) } };
    case 'saved':
      return without(run, change.childId);
  }
}

function tapped(run: LapRun, { childId, at }: Tap): LapRun {
  const last = run.taps.findLast((tap) => tap.childId === childId);
  const trembles = last !== undefined && at - last.at < TREMBLE;
  const counts = run.startedAt !== null && run.runners.includes(childId) && !trembles;
  return counts ? { ...run, taps: [...run.taps, { childId, at }] } : run;
}

/** Who is stored leaves the run; with the last one it is over. */
function without(run: LapRun, childId: string): LapRun {
  const runners = run.runners.filter((id) => id !== childId);
  return runners.length === 0 ? NO_RUN : { ...run, runners };
}

export function lapsOf({ taps, corrected }: LapRun, childId: string): number {
  return corrected[childId] ?? taps.filter((tap) => tap.childId === childId).length;
}

/** Whole laps and the rest, in metres; null while the rest has not been said. */
export function metresOf(run: LapRun, childId: string, lapMetres: number): number | null {
  const rest = run.rest[childId];
  return rest === undefined ? null : lapsOf(run, childId) * lapMetres + rest;
}

export type Phase = 'choosing' | 'running' | 'over';

export function phaseOf({ startedAt, endedAt }: LapRun, seconds: number, now: number): Phase {
  if (startedAt === null) return 'choosing';
  return endedAt !== null || now - startedAt >= seconds * 1000 ? 'over' : 'running';
}

/** Kept on the device as text; anything that is no run begins anew. */
export function runFrom(text: string): LapRun {
  try {
    const stored: unknown = JSON.parse(text);
    return isRun(stored) ? { ...NO_RUN, ...stored } : NO_RUN;
  } catch {
    return NO_RUN;
  }
}

function isRun(stored: unknown): stored is LapRun {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'runners' in stored &&
    Array.isArray(stored.runners) &&
    'taps' in stored &&
    Array.isArray(stored.taps)
  );
}
