import { MAP_STATES, stateOf } from './map-state';
import type { MapHouse } from './queries';

type Compare = (a: MapHouse, b: MapHouse) => number;

const german = new Intl.Collator('de-DE', { numeric: true });
const byName: Compare = (a, b) => german.compare(a.name, b.name);

const ORDERS = {
  name: byName,
  '-name': (a, b) => byName(b, a),
  bezirk: (a, b) => german.compare(a.districtName, b.districtName),
  stand: (a, b) => MAP_STATES.indexOf(stateOf(a)) - MAP_STATES.indexOf(stateOf(b)),
  '-aktivitaeten': (a, b) => b.activities - a.activities,
  aktivitaeten: (a, b) => a.activities - b.activities,
} satisfies Record<string, Compare>;

export const orderParam = 'sortierung';
export type MapOrder = keyof typeof ORDERS;

export function orderNamed(name: string | null): MapOrder {
  return name !== null && name in ORDERS ? (name as MapOrder) : 'name';
}

/** The houses in an order; those that are alike in it by name. */
export function inOrder(houses: readonly MapHouse[], order: MapOrder): MapHouse[] {
  return [...houses].sort((a, b) => ORDERS[order](a, b) || byName(a, b));
}
