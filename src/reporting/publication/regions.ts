import type { House, Region } from './publication-types.js';

/** Fewer houses of a kind are no statistics of a city: who knows the town would read the results of a house from them. */
export const LEAST_HOUSES = 3;

interface Part {
  districts: { id: string; title: string; position: number }[];
  houses: House[];
}

/**
 * Districts, taken together until each region has three houses of every kind of which the whole municipality has three: the region with the
 * fewest houses of a kind that it lacks joins the smallest other one. Depends on houses alone, which are publicly known.
 */
export function mergeRegions(houses: readonly House[]): Region[] {
  const parts = districtsOf(houses);
  const kinds = (['kita', 'school'] as const).filter((kind) => ofKind(houses, kind) >= LEAST_HOUSES);
  for (;;) {
    const short = parts.filter((part) => kinds.some((kind) => ofKind(part.houses, kind) < LEAST_HOUSES));
    if (short.length === 0 || parts.length === 1) return parts.sort(byFirstDistrict).map(toRegion);
    short.sort((a, b) => a.houses.length - b.houses.length);
    const [least] = short;
    if (least) parts.push(join(least, parts));
  }
}

/** Takes both out of `parts`. */
function join(least: Part, parts: Part[]): Part {
  parts.splice(parts.indexOf(least), 1);
  const [other] = [...parts].sort((a, b) => a.houses.length - b.houses.length);
  if (!other) return least;
  parts.splice(parts.indexOf(other), 1);
  const districts = [...least.districts, ...other.districts].sort(byPosition);
  return { districts, houses: [...least.houses, ...other.houses] };
}

function districtsOf(houses: readonly House[]): Part[] {
  const parts = new Map<string, Part>();
  for (const house of houses) {
    const { districtId: id, districtTitle: title, position } = house;
    const part = parts.get(id) ?? { districts: [{ id, title, position }], houses: [] };
    part.houses.push(house);
    parts.set(id, part);
  }
  return [...parts.values()].sort(byFirstDistrict);
}

function toRegion({ districts, houses }: Part): Region {
  return {
    key: districts.map(({ id }) => id).join('+'),
    title: districts.map(({ title }) => title).join(' und '),
    districts: districts.map(({ id }) => id),
    houses: houses.length,
    merged: districts.length > 1,
  };
}

const ofKind = (houses: readonly House[], kind: House['kind']): number =>
  houses.filter((house) => house.kind === kind).length;

const byPosition = (a: Part['districts'][number], b: Part['districts'][number]): number =>
  a.position - b.position || (a.id < b.id ? -1 : 1);

function byFirstDistrict(a: Part, b: Part): number {
  const [first, second] = [a.districts[0], b.districts[0]];
  return first && second ? byPosition(first, second) : 0;
}
