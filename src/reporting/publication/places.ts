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
 * @param kinds those that the table has
 */
export function houseSets(
  types: readonly HouseType[],
  regions: readonly Region[],
  kinds: readonly InstitutionKind[],
): HouseSet[] {
  const sets = new Map<string, HouseSet>();
  for (const name of placeNames(types, regions)) {
    if (name.scheme === 'social_index' && !kinds.includes('school')) continue;
    const members = typesIn(name, types).filter((at) => kinds.includes(kindAt(types, at)));
    if (members.length === 0) continue;
    const set = sets.get(members.join()) ?? newSet(members, types);
    set.names.push(name);
    sets.set(members.join(), set);
  }
  return [...sets.values()];
}

function newSet(members: number[], types: readonly HouseType[]): HouseSet {
  const houses = members.reduce((sum, at) => sum + (types[at]?.houses ?? 0), 0);
  return { names: [], types: members, few: houses < LEAST_HOUSES };
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
