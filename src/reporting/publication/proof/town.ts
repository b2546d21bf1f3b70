import { type FrozenRow, type House, type PublicationInput, SEXES } from '../publication-types.js';
import type { Wave } from '../../../assessments/test-days/vocabulary.js';

/** What an invented town is like. */
export interface TownPlan {
  seed: number;
  children: number;
  kitas: number;
  schools: number;
  districts: number;
  /** 0: houses and districts of one size; 1: some ten times as large as others. */
  skew: number;
  /** Share of houses in which children are tested. */
  testing: number;
  /** Items per battery, at most five in Kitas and eight in schools. */
  items: number;
  /** One to three. */
  waves: number;
  /** Of children whose sex is not told: they count with one of the two. */
  notTold: number;
}

/** 2,400 children in 30 Kitas of four districts, five items in three waves. */
export const CITY: TownPlan = {
  ...{ seed: 1, children: 2400, kitas: 30, schools: 0, districts: 4, skew: 0.5, testing: 1 },
  ...{ items: 5, waves: 3, notTold: 0.005 },
};

const ITEMS = {
  kita: ['EBS', 'SHH', 'SWS', 'RB', 'BR'],
  school: ['S20', 'BR', 'SHH', 'RB', 'LS', 'SU', 'SWS', 'R6'],
};
const AGES = {
  kita: { bands: ['0-4', '5', '6-7'], weights: [0.52, 0.3, 0.18] },
  school: { bands: ['5', '6-7', '8+'], weights: [0.01, 0.49, 0.5] },
} as const;
const SITUATIONS = ['low', 'medium', 'medium', 'high', 'high', null] as const;
const INDEXES = ['1-3', '4-6', '7-9', '7-9', null] as const;
const WAVES: Record<number, Wave[]> = {
  1: ['entry'],
  2: ['entry', 'exit'],
  3: ['entry', 'progress', 'exit'],
};
const CLASS_EDGES = [-0.8416, -0.2533, 0.2533, 0.8416];
const BELOW = -0.2533;

type Draw = () => number;

/** A town of whose children some are ill on a test day, and some gone before the last; the same plan is the same town. */
export function makeTown(plan: TownPlan): Pick<PublicationInput, 'rows' | 'houses'> {
  const draw = makeDraw(plan.seed);
  const weights = Array.from({ length: plan.districts }, () => unequal(plan.skew, draw));
  const houses = Array.from({ length: plan.kitas + plan.schools }, (_, i) =>
    makeHouse(i, plan, weights, draw),
  );
  const sizes = houses.map((_, i) => (i === 0 || draw() < plan.testing ? unequal(plan.skew, draw) : 0));
  const rows: FrozenRow[] = [];
  for (let child = 0; child < plan.children; child++) {
    const house = houses[pick(sizes, draw)];
    if (house) rows.push(...rowsOfChild(child, house, plan, draw));
  }
  return { rows, houses };
}

function makeHouse(house: number, plan: TownPlan, weights: readonly number[], draw: Draw): House {
  const district = pick(weights, draw);
  const kind = house < plan.kitas ? 'kita' : 'school';
  return {
    ...{
      house,
      kind,
      districtId: `d${district}`,
      districtTitle: `Bezirk ${district + 1}`,
      position: district,
    },
    situation: SITUATIONS[Math.floor(draw() * SITUATIONS.length)] ?? null,
    index: kind === 'kita' ? null : (INDEXES[Math.floor(draw() * INDEXES.length)] ?? null),
  };
}

function rowsOfChild(
  child: number,
  { house, kind, situation }: House,
  plan: TownPlan,
  draw: Draw,
): FrozenRow[] {
  const { bands, weights } = AGES[kind];
  const base = {
    ...{ protocol: null, item: null, wave: null, child, house, outcome: null, deltaZ: null },
    sex: draw() < plan.notTold ? SEXES[child % 2 === 0 ? 0 : 1] : SEXES[draw() < 0.51 ? 1 : 0],
    ageBand: bands[pick(weights, draw)] ?? bands[0],
  };
  const talent = normal(draw) - (situation === 'high' ? 0.25 : 0);
  const waves = WAVES[plan.waves] ?? ['entry'];
  const present = waves.filter((wave) => draw() < (wave === 'exit' ? 0.88 : 0.94));
  const items = ITEMS[kind].slice(0, plan.items);
  return [
    { ...base, block: 'tested' },
    ...items.flatMap((item) =>
      rowsOfItem({ ...base, item, protocol: `${kind}-${item}` }, present, talent, draw),
    ),
  ];
}

function rowsOfItem(
  base: Omit<FrozenRow, 'block'>,
  waves: readonly Wave[],
  talent: number,
  draw: Draw,
): FrozenRow[] {
  const scores = new Map<Wave, number>();
  for (const wave of waves) {
    if (draw() > 0.03) scores.set(wave, talent * 0.7 + normal(draw) * 0.6 + (wave === 'exit' ? 0.1 : 0));
  }
  const results = [...scores].map(([wave, z]) => {
    const outcome = z < BELOW ? ('below' as const) : ('not_below' as const);
    return { ...base, block: 'results' as const, wave, outcome };
  });
  const [first, last] = [scores.get('entry'), scores.get('exit')];
  if (first === undefined || last === undefined) return results;
  const change = classOf(last) - classOf(first);
  const outcome = change > 0 ? 'up' : change < 0 ? 'down' : 'same';
  return [...results, { ...base, block: 'paired', outcome, deltaZ: last - first }];
}

const classOf = (z: number): number => CLASS_EDGES.filter((edge) => z >= edge).length;

/** A size between 0.1 and 1, or nearly 1. */
const unequal = (skew: number, draw: Draw): number => 1 - skew * 0.9 * draw();

function pick(weights: readonly number[], draw: Draw): number {
  let rest = draw() * weights.reduce((a, b) => a + b, 0);
  return Math.max(
    weights.findIndex((weight) => (rest -= weight) < 0),
    0,
  );
}

const normal = (draw: Draw): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());

/** mulberry32 (Tommy Ettinger, public domain). */
function makeDraw(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
