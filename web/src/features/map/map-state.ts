import { useAddress } from '../../ui/use-address';
import type { MapHouse } from './queries';

/** How a house stands; in the order of the legend. */
export const MAP_STATES = ['active', 'quiet', 'waiting', 'absent'] as const;
export type MapState = (typeof MAP_STATES)[number];

/** What stands in the address for each. */
const VALUES: Readonly<Record<MapState, string>> = {
  active: 'aktiv',
  quiet: 'still',
  waiting: 'wartet',
  absent: 'ohne',
};

export const hiddenParam = 'verborgen';

/** A state that this version does not know yet is shown like a house that is not there. */
export function stateOf({ state }: Pick<MapHouse, 'state'>): MapState {
  return MAP_STATES.find((known) => known === state) ?? 'absent';
}

/** The states that the address leaves out of the map and the table. */
export function useHiddenStates(): { hidden: ReadonlySet<MapState>; toggle: (state: MapState) => void } {
  const { get, set } = useAddress();
  const named = (get(hiddenParam) ?? '').split('.');
  const hidden = new Set(MAP_STATES.filter((state) => named.includes(VALUES[state])));
  const toggle = (state: MapState) => {
    const next = MAP_STATES.filter((other) => hidden.has(other) !== (other === state));
    set({ [hiddenParam]: next.map((other) => VALUES[other]).join('.') }, { replace: true });
  };
  return { hidden, toggle };
}
