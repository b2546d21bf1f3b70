import type { SystemState } from '../../api/types';

const RANKS: Record<SystemState, number> = { bad: 0, attention: 1, ok: 2 };

/** What has to be done stands above what is well; otherwise in the order given. */
export function gravestFirst<Item extends { state: SystemState }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => RANKS[a.state] - RANKS[b.state]);
}
