import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeFrame } from './frame.js';
import { computePublication } from './compute-publication.js';
import { loadSolver } from './audit/solver.js';
import { Attacker, readRounded, type Reading } from './proof/attacker.js';
import { CITY, makeTown, type TownPlan } from './proof/town.js';
import { Truth } from './proof/truth.js';
import type { FrozenRow, PublicationInput, StoredCell } from './publication-types.js';
import { storeCells } from './store.js';

type Town = Pick<PublicationInput, 'rows' | 'houses'>;

const ENOUGH = 5;
const SMALL: TownPlan = {
  ...{ seed: 1, children: 200, kitas: 9, schools: 0, districts: 3, skew: 0.5, testing: 1 },
  ...{ items: 1, waves: 1, notTold: 0 },
};

const publish = async (town: Town, earlier: StoredCell[] = []): Promise<StoredCell[]> =>
  (await computePublication({ ...town, earlier, timeLimitSeconds: 60 }, () => undefined)).cells;

/** Cells with 1 to 4 children of which the attacker leaves fewer than five values. */
async function broken(
  town: Town,
  cells: StoredCell[],
  { reading = readRounded, whole = true }: { reading?: Reading; whole?: boolean } = {},
): Promise<object[]> {
  const truth = new Truth(town, cells);
  const small = cells.filter((cell) => [1, 2, 3, 4].includes(truth.count(cell)));
  const attacker = new Attacker(await loadSolver(), town.houses, cells, reading);
  try {
    const sights = attacker.attack(small, ENOUGH, whole);
    return sights.flatMap((sight, i) =>
      sight ? [{ ...small[i], truth: truth.count(small[i]!), ...sight }] : [],
    );
  } finally {
    attacker.dispose();
  }
}

/** Every number as it is, and those under 5 hidden: what is often taken to be enough. */
function hidePlainly(town: Town, cells: StoredCell[]): StoredCell[] {
  const truth = new Truth(town, cells);
  return cells.map((cell) => {
    const count = truth.count(cell);
    return count > 0 && count < 5
      ? { ...cell, state: 'hidden', count: null }
      : { ...cell, state: 'rounded', count };
  });
}

const readExactly: Reading = ({ state, count }) =>
  state === 'hidden' || count === null ? null : { low: count, high: count };

/** Rounded, and nothing hidden for the sake of others. */
function roundOnly(town: Town): StoredCell[] {
  const frame = makeFrame({ ...town, earlier: [] });
  return storeCells(frame.cells, new Map(frame.numbers.map((number) => [number.row, number])), new Map());
}

/** What an earlier publication said and children of today still meet. */
function stillTrue(town: Town, cells: StoredCell[]): (cell: StoredCell) => boolean {
  const truth = new Truth(town, cells);
  return (cell) => {
    const says = readRounded(cell);
    return says !== null && truth.count(cell) >= says.low && truth.count(cell) <= says.high;
  };
}

function corrected(row: FrozenRow): FrozenRow {
  if (row.block !== 'results') return row;
  return { ...row, outcome: row.outcome === 'below' ? 'not_below' : 'below' };
}

describe('Published statistics against an attacker', () => {
  it('keep every cell of 1 to 4 children at five possible values or more, in random towns', async () => {
    const plans = fc.record({
      seed: fc.nat(1e6),
      children: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300 })),
      kitas: fc.integer({ min: 1, max: 10 }),
      schools: fc.integer({ min: 0, max: 5 }),
      districts: fc.integer({ min: 1, max: 4 }),
      skew: fc.double({ min: 0, max: 1, noNaN: true }),
      testing: fc.constantFrom(0.5, 1),
      items: fc.constant(1),
      waves: fc.integer({ min: 1, max: 2 }),
      notTold: fc.constantFrom(0, 0.02),
    });
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const town = makeTown(plan);
        expect(await broken(town, await publish(town))).toEqual([]);
      }),
      // Many more in the long form of test/attack/publications.attack.ts.
      { numRuns: 3, seed: 20_260_101 },
    );
  });

  it('keep a region with one child, and children who are all in one cell', async () => {
    const town = makeTown(SMALL);
    const [house] = town.houses;
    const lonely = {
      ...town,
      rows: town.rows.filter(({ house: at, child }) => at !== house?.house || child % 97 === 0),
    };
    expect(await broken(lonely, await publish(lonely))).toEqual([]);
    const [row] = town.rows;
    const alike = { ...town, rows: [1, 2, 3].map((child) => ({ ...row!, child })) };
    expect(await broken(alike, await publish(alike))).toEqual([]);
  });

  it('are broken where numbers under 5 are hidden and the others exact', async () => {
    const town = makeTown(SMALL);
    const plain = hidePlainly(town, await publish(town));
    const found = await broken(town, plain, { reading: readExactly, whole: false });
    expect(
      found.filter((cell) => 'low' in cell && 'high' in cell && cell.low === cell.high).length,
    ).toBeGreaterThan(0);
  });

  it('are broken where numbers are rounded and nothing else is hidden', async () => {
    const towns = [1, 2, 3].map((seed) => makeTown({ ...SMALL, seed, children: 400 }));
    const found = [];
    for (const town of towns) found.push(...(await broken(town, roundOnly(town), { whole: false })));
    expect(found.length).toBeGreaterThan(0);
  });

  it('hold when a revision lies beside them, whether children have gone meanwhile or not', async () => {
    const town = makeTown({ ...SMALL, children: 300 });
    const old = await publish(town);
    expect(await publish(town, old)).toEqual(old);
    const later = { ...town, rows: town.rows.filter(({ child }) => child % 41 !== 0) };
    const fresh = await publish(later, old);
    expect(await broken(later, [...fresh, ...old.filter(stillTrue(later, fresh))])).toEqual([]);
  });

  it('hold when a revision corrects scores that earlier bounds relied on', async () => {
    const town = makeTown({ ...SMALL, seed: 5, children: 65, waves: 2 });
    const old = await publish(town);
    const later = { ...town, rows: town.rows.map((row, i) => (i % 17 === 0 ? corrected(row) : row)) };
    const fresh = await publish(later, old);
    expect(await broken(later, [...fresh, ...old.filter(stillTrue(later, fresh))])).toEqual([]);
  });

  it('hold when two periods of the same children lie side by side', async () => {
    const year = makeTown({ ...SMALL, waves: 2, children: 120 });
    const halves = (['entry', 'exit'] as const).map((wave) => ({
      ...year,
      rows: year.rows.filter(
        (row) => row.block === 'tested' || row.wave === wave || (row.block === 'paired' && wave === 'exit'),
      ),
    }));
    const cells = [];
    for (const [i, half] of halves.entries()) {
      const named = (await publish(half)).map((cell) =>
        cell.block === 'tested' ? { ...cell, item: `half ${i}` } : cell,
      );
      cells.push(...named);
    }
    const rows = year.rows.flatMap((row) =>
      row.block === 'tested' ? [0, 1].map((i) => ({ ...row, item: `half ${i}` })) : [row],
    );
    expect(await broken({ ...year, rows }, cells)).toEqual([]);
  });

  it('say the same of the same children, in whatever order they come', async () => {
    const town = makeTown({ ...SMALL, children: 100, waves: 2, notTold: 0.05 });
    const cells = await publish(town);
    expect(await publish({ ...town, rows: [...town.rows].reverse() })).toEqual(cells);
    expect(cells.some(({ state }) => state === 'hidden')).toBe(true);
  });

  it('do not begin without a child', async () => {
    await expect(publish({ ...makeTown(CITY), rows: [] })).rejects.toMatchObject({ reason: 'no_children' });
  });
});

describe('Means', () => {
  it('isolate nobody: no two published groups differ by 1 to 9 children', async () => {
    const town = makeTown({ ...SMALL, children: 600, waves: 2, schools: 4, skew: 0.9 });
    const cells = await publish(town);
    const truth = new Truth(town, cells);
    const groups = cells
      .filter(({ meanDelta }) => meanDelta !== null)
      .map((cell) => new Set(truth.members(cell).map(({ child, item }) => `${child} ${item}`)));
    expect(groups.length).toBeGreaterThan(5);
    for (const a of groups) {
      expect(a.size).toBeGreaterThanOrEqual(10);
      for (const b of groups) {
        const rest = [...b].filter((member) => !a.has(member)).length;
        if (a.size + rest === b.size) expect([0, ...(rest >= 10 ? [rest] : [])]).toContain(rest);
      }
    }
  });
});
