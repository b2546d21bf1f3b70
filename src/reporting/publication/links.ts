import { type Cube, detailKey } from './cubes.js';
import { type Cell, sumOf } from './lattice.js';
import type { HouseType, PlaceName } from './places.js';
import { SCHEMES } from './publication-types.js';
import { FREE, type SystemBuilder } from './system.js';

/** A sum with coefficients that is known to be at least 0. */
interface Link {
  at: number[];
  coefficient: number[];
}

/** The results to which the pairs of an item belong. */
interface PairedTables {
  paired: Cube;
  first: Cube | null;
  last: Cube | null;
}

/**
 * What anybody knows about how the tables of a period hang together, detail by detail: who has a result was tested; who is paired has a first and a
 * last result; who went up or stayed where he was, and is not below average now, was … Such a rule is taken for known only where it is true of
 * all children; otherwise it is wrong to rely on it.
 */
export function linkTables(cubes: readonly Cube[], builder: SystemBuilder): void {
  const tested = cubes.find(({ block }) => block === 'tested');
  const results = cubes.filter(({ block }) => block === 'results');
  if (tested && results.length > 0) {
    for (const cube of results) tie(builder, subset(tested, cube));
    tie(builder, everyoneHasResults(tested, results));
  }
  for (const { paired, first, last } of pairedTables(cubes)) {
    for (const whole of [first, last]) if (whole) tie(builder, subset(whole, paired));
    if (first && last) tie(builder, classesMove(paired, first, last));
  }
}

/** Which results the paired children have; found by the children, for the halves of a year may have other waves. */
export function pairedTables(cubes: readonly Cube[]): PairedTables[] {
  return cubes
    .filter(({ block }) => block === 'paired')
    .map((paired) => {
      const around = cubes.filter((cube) => cube.block === 'results' && holds(cube, paired));
      const last = around.at(-1) ?? null;
      const first = around.length > 1 ? (around[0] ?? null) : null;
      return { paired, first, last };
    });
}

const holds = (results: Cube, paired: Cube): boolean =>
  results.protocol === paired.protocol &&
  results.item === paired.item &&
  [...paired.children].every((child) => results.children.has(child));

/** Children with a first result and no last one: a number of its own, by kind alone. */
export function lostCells(
  cubes: readonly Cube[],
  types: readonly HouseType[],
  builder: SystemBuilder,
): Cell[] {
  return pairedTables(cubes).flatMap(({ paired, first }) =>
    first ? [null, ...first.kinds].map((kind) => lostCell(paired, first, kind, types, builder)) : [],
  );
}

function lostCell(
  cube: Cube,
  first: Cube,
  kind: PlaceName['kind'],
  types: readonly HouseType[],
  builder: SystemBuilder,
): Cell {
  const link = lostSum(cube, first, kind, types);
  const names = SCHEMES.map((scheme) => ({ scheme, place: null, kind }));
  const houses = types.reduce(
    (sum, type) => sum + (kind === null || type.kind === kind ? type.houses : 0),
    0,
  );
  return {
    ...{ cube, names, sex: null, band: null, outcome: 'lost' as const, depth: kind === null ? 2 : 3 },
    row: builder.add(link.at, link.coefficient),
    never: houses < 3 ? 'too_few_houses' : null,
  };
}

export function lostSum(
  paired: Cube,
  first: Cube,
  kind: PlaceName['kind'],
  types: readonly HouseType[],
): Link {
  const houses = types.flatMap((type, at) => (kind === null || type.kind === kind ? [at] : []));
  return difference(sumOf(first, houses, {}), sumOf(paired, houses, {}));
}

const difference = (more: number[], less: number[]): Link => ({
  at: [...more, ...less],
  coefficient: [...more.map(() => 1), ...less.map(() => -1)],
});

/** Adds rules that are true of all children. */
function tie(builder: SystemBuilder, links: readonly Link[]): void {
  if (links.some(({ at, coefficient }) => builder.value(at, coefficient) < 0)) return;
  for (const { at, coefficient } of links) {
    if (at.length > 0) builder.bound(builder.add(at, coefficient), 0, FREE);
  }
}

/** Of every kind of child there are no more in the part than in the whole. */
function subset(whole: Cube, part: Cube): Link[] {
  const [of, members] = peopleOf([{ cube: whole }, { cube: part }]);
  return [...(members ?? [])].map(([key, some]) => difference(of?.get(key) ?? [], some));
}

/** Whoever was tested has a result in one of the tables. */
function everyoneHasResults(tested: Cube, results: readonly Cube[]): Link[] {
  const [everyone, ...people] = peopleOf([tested, ...results].map((cube) => ({ cube })));
  return [...(everyone ?? [])].map(([key, members]) =>
    difference(
      people.flatMap((of) => of.get(key) ?? []),
      members,
    ),
  );
}

/**
 * Who did not go up and was below average still is, and who did not go down and is below average was so before: so the same or lower are
 * not more than those not below at first plus those below at last; and the same or higher not more than those below at first plus those not below at last.
 */
function classesMove(paired: Cube, first: Cube, last: Cube): Link[] {
  return [
    ...covered(paired, ['same', 'down'], [first, ['not_below']], [last, ['below']]),
    ...covered(paired, ['same', 'up'], [first, ['below']], [last, ['not_below']]),
  ];
}

type Some = [cube: Cube, outcomes: string[]];

function covered(paired: Cube, outcomes: string[], ...by: [Some, Some]): Link[] {
  const [part, one, other] = peopleOf(
    [[paired, outcomes] as Some, ...by].map(([cube, some]) => ({ cube, outcomes: some })),
  );
  return [...(part ?? [])].map(([key, members]) =>
    difference([...(one?.get(key) ?? []), ...(other?.get(key) ?? [])], members),
  );
}

type People = Map<string, number[]>;

/**
 * Variables of tables by house type, sex and age, each with the outcomes asked for. Tables may have put age bands together in different ways: only what
 * none of them has put together is told apart.
 */
function peopleOf(parts: readonly { cube: Cube; outcomes?: readonly string[] }[]): People[] {
  const ageOf = commonBands(parts.map(({ cube }) => cube));
  return parts.map(({ cube, outcomes }) => {
    const people: People = new Map();
    cube.details.forEach((detail, i) => {
      if (outcomes && !outcomes.includes(cube.outcomes[detail.outcome] ?? '')) return;
      const key = detailKey({ ...detail, band: ageOf(detail.type, detail.band), outcome: 0 });
      const members = people.get(key);
      if (members) members.push(cube.first + i);
      else people.set(key, [cube.first + i]);
    });
    return people;
  });
}

/** The first of the bands that belong together, for every house type and band. */
function commonBands(cubes: readonly Cube[]): (type: number, band: number) => number {
  const joins = (type: number, lower: number): boolean =>
    cubes.some((cube) => cube.bandOf(type, lower) === cube.bandOf(type, lower + 1));
  return (type, band) => {
    let first = band;
    while (first > 0 && joins(type, first - 1)) first--;
    return first;
  };
}
