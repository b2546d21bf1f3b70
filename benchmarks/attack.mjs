import { loadSolver } from '../dist/src/reporting/publication/audit/solver.js';
import { computePublication } from '../dist/src/reporting/publication/compute-publication.js';
import { NothingToPublish } from '../dist/src/reporting/publication/publication-errors.js';
import { Attacker, readRounded } from '../dist/src/reporting/publication/proof/attacker.js';
import { makeTown } from '../dist/src/reporting/publication/proof/town.js';
import { Truth } from '../dist/src/reporting/publication/proof/truth.js';

/**
 * The long form of the property test in `publication.spec.ts`: so many random towns, each published and attacked, in whole numbers, too.
 * `npm run build:server && node benchmarks/attack.mjs [towns] [first seed] [most children]`; ends with 1 if a single number was narrowed.
 */
const [towns = 1000, first = 1, most = 600] = process.argv.slice(2).map(Number);
const ENOUGH = 5;
const sum = { towns: 0, nothing: 0, cells: 0, small: 0, hidden: 0, narrowed: 0, exact: 0 };

for (let seed = first; seed < first + towns; seed++) {
  const plan = planOf(seed);
  const town = makeTown(plan);
  await attack(plan, town);
  if (sum.towns % 20 === 0) console.log(JSON.stringify(sum));
}
console.log(JSON.stringify(sum));
process.exitCode = sum.narrowed > 0 ? 1 : 0;

async function attack(plan, town) {
  sum.towns++;
  const cells = await publish(town);
  if (!cells) return void sum.nothing++;
  const truth = new Truth(town, cells);
  const small = cells.filter((cell) => truth.count(cell) >= 1 && truth.count(cell) <= 4);
  const attacker = new Attacker(await loadSolver(), town.houses, cells, readRounded);
  const found = attacker.attack(small, ENOUGH, true).filter((sight) => sight !== null);
  attacker.dispose();
  sum.cells += cells.length;
  sum.small += small.length;
  sum.hidden += cells.filter(({ reason }) => reason === 'too_small_nearby').length;
  sum.narrowed += found.length;
  sum.exact += found.filter(({ low, high }) => low === high).length;
  if (found.length > 0) console.log('NARROWED', JSON.stringify(plan), JSON.stringify(found));
}

async function publish(town) {
  try {
    const input = { ...town, earlier: [], timeLimitSeconds: 600 };
    return (await computePublication(input, () => undefined)).cells;
  } catch (error) {
    if (error instanceof NothingToPublish) return null;
    throw error;
  }
}

/** Every combination comes up: sizes, one region or twelve, houses alike or not, one wave to three. */
function planOf(seed) {
  const pick = (step, values) => values[Math.floor(seed / step) % values.length];
  return {
    ...{ seed, children: 1 + ((seed * 7919) % most), kitas: 1 + (seed % 13), schools: pick(2, [0, 0, 2, 5]) },
    ...{ districts: pick(1, [1, 2, 3, 4, 12]), skew: pick(3, [0, 0.5, 1]), testing: pick(5, [1, 0.5]) },
    ...{ items: pick(7, [1, 1, 2]), waves: pick(1, [1, 2, 3]), notTold: pick(1, [0, 0.03]) },
  };
}
