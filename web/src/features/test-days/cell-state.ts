import type { Sheet, SheetChild, SheetProtocol, SheetResult } from './queries';

/** What a child has of a task, at a glance. */
export type CellState = 'done' | 'partial' | 'missing' | 'notDone' | 'invalid';

/** All trials count: the best of two is a value after the first already, and the second is still to come. */
export function cellState(
  { state, trials }: Pick<SheetResult, 'state' | 'trials'>,
  protocol: Pick<SheetProtocol, 'trials'>,
): CellState {
  if (state === 'not_done') return 'notDone';
  if (trials.length === 0) return state === 'done' ? 'done' : 'missing';
  if (trials.length < protocol.trials) return 'partial';
  return state === 'invalid' ? 'invalid' : 'done';
}

/** Nothing is to be done any more. */
export function isSettled(state: CellState): boolean {
  return state !== 'missing' && state !== 'partial';
}

export function resultOf(child: SheetChild, protocol: SheetProtocol): SheetResult | undefined {
  return child.results.find(({ protocolId }) => protocolId === protocol.id);
}

/** Children who may be recorded. */
export function recordable({ children }: Pick<Sheet, 'children'>): SheetChild[] {
  return children.filter(({ hasConsent, left }) => hasConsent && !left);
}

export interface Progress {
  complete: number;
  started: number;
  untested: number;
}

/** How far the children are; optional tasks do not hold anybody up. */
export function progressOf(sheet: Pick<Sheet, 'children' | 'protocols'>): Progress {
  const needed = sheet.protocols.filter(({ optional }) => !optional);
  const progress: Progress = { complete: 0, started: 0, untested: 0 };
  for (const child of recordable(sheet)) {
    const states = needed.map((protocol) => stateOf(child, protocol));
    if (states.every(isSettled)) progress.complete += 1;
    else if (child.results.some(({ version }) => version > 0)) progress.started += 1;
    else progress.untested += 1;
  }
  return progress;
}

export function stateOf(child: SheetChild, protocol: SheetProtocol): CellState {
  const result = resultOf(child, protocol);
  return result ? cellState(result, protocol) : 'missing';
}
