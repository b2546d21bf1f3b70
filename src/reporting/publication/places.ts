import type { InstitutionKind } from '../../institutions/vocabulary.js';
import type { House, Region, Scheme } from './publication-types.js';
import { LEAST_HOUSES } from './regions.js';

const KINDS = ['kita', 'school'] as const;
const UNKNOWN = 'unknown';

/** Houses that no table tells apart. */
export interface HouseType {
  kind: InstitutionKind;
  district: string;
  situation: string;
  /** Null for Kitas, which have none. */
  index: string | null;
  houses: number;
}

export interface PlaceName {
  scheme: Scheme;
  place: string | null;
  kind: InstitutionKind | null;
}

/** Houses that a table counts together, and under which names it does. */
export interface HouseSet {
  names: PlaceName[];
  /** Indices of house types. */
  types: number[];
  /** One or two houses: never shown. */
  few: boolean;
}

/** The house types of a municipality, and the type of each house by its number. */
export function houseTypes(houses: readonly House[]): { types: HouseType[]; typeOf: Map<number, number> } {
  const types: HouseType[] = [];
  const known = new Map<string, number>();
  const typeOf = new Map<number, number>();
  for (const house of houses) {
    const type = toType(house);
    const key = JSON.stringify([type.kind, type.district, type.situation, type.index]);
    const at = known.get(key) ?? types.push({ ...type, houses: 0 }) - 1;
    known.set(key, at);
    typeOf.set(house.house, at);
    const found = types[at];
    if (found) found.houses++;
  }
  return { types, typeOf };
}

function toType({ kind, districtId, situation, index }: House): HouseType {
  return {
    ...{ kind, district: districtId, situation: situation ?? UNKNOWN, houses: 1 },
    index: kind === 'school' ? (index ?? UNKNOWN) : null,
  };
}

/**
 * Every place of every scheme, and all places, times every kind, and all kinds; sets of the same houses are one set with several names.
 * @param taking house types that the table has
 */
export function houseSets(
  types: readonly HouseType[],
  regions: readonly Region[],
  taking: ReadonlySet<number>,
): HouseSet[] {
  const kinds = new Set([...taking].map((at) => kindAt(types, at)));
  const sets = new Map<string, HouseSet>();
  for (const name of placeNames(types, regions)) {
    if (name.scheme === 'social_index' && !kinds.has('school')) continue;
    const all = typesIn(name, types).filter((at) => kinds.has(kindAt(types, at)));
    const members = all.filter((at) => taking.has(at));
    if (members.length === 0) continue;
    const set = sets.get(members.join()) ?? { names: [], types: members, few: false };
    set.names.push(name);
    set.few ||= isFew(all, types);
    sets.set(members.join(), set);
  }
  return [...sets.values()];
}

const isFew = (members: readonly number[], types: readonly HouseType[]): boolean =>
  members.reduce((sum, at) => sum + (types[at]?.houses ?? 0), 0) < LEAST_HOUSES;

/**
 * House types that a table has: all but those of a place and kind in which it has no child. That nobody was counted there is told, like that nobody
 * of an age was: it says where there were tests, and nothing of how anybody did. Kept secret, every number of such a place would have to look as
 * if it could be 4, and that hides a large part of the others.
 * @param withChildren house types of which the table has a child
 */
export function takingPart(
  types: readonly HouseType[],
  regions: readonly Region[],
  withChildren: ReadonlySet<number>,
): Set<number> {
  const taking = new Set(types.keys());
  for (const name of placeNames(types, regions)) {
    if (name.kind === null) continue;
    const members = typesIn(name, types);
    if (!members.some((at) => withChildren.has(at))) for (const at of members) taking.delete(at);
  }
  return taking;
}

/** The house types that a name means; of a region also one of an earlier publication. */
export function typesIn({ scheme, place, kind }: PlaceName, types: readonly HouseType[]): number[] {
  return types.flatMap((type, at) =>
    (kind === null || type.kind === kind) && (place === null || isIn(type, scheme, place)) ? [at] : [],
  );
}

function isIn(type: HouseType, scheme: Scheme, place: string): boolean {
  if (scheme === 'region') return place.split('+').includes(type.district);
  return (scheme === 'social_situation' ? type.situation : type.index) === place;
}

function placeNames(types: readonly HouseType[], regions: readonly Region[]): PlaceName[] {
  const places: [Scheme, (string | null)[]][] = [
    ['region', regions.map(({ key }) => key)],
    ['social_situation', distinct(types.map(({ situation }) => situation))],
    ['social_index', distinct(types.map(({ index }) => index))],
  ];
  return places.flatMap(([scheme, keys]) =>
    [null, ...keys.filter((key) => key !== null)].flatMap((place) =>
      [null, ...KINDS].map((kind) => ({ scheme, place, kind })),
    ),
  );
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)].sort();

const kindAt = (types: readonly HouseType[], at: number): InstitutionKind => types[at]?.kind ?? 'kita';
