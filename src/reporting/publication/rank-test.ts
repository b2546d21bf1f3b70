/** Arithmetic modulo a prime below 2^26: exact, and products stay within a double. */
const PRIME = 67_108_859;
/** Branches of one search; who cannot decide within them refuses. */
const MOST_BRANCHES = 20_000;

/** Children whom no group of the test tells apart: one column. */
interface Atom {
  groups: number[];
  weight: number;
}

/**
 * Picks groups, in their order, of which sums (or means) may be published: a group is left out if with it some linear combination of sums would be about
 * fewer than `least` children (and at least one). That covers every difference of two groups, and every sum of differences.
 *
 * What is tested, exactly: let G be the matrix of the picked groups over the children. No vector of its row space other than 0 is zero on all
 * but fewer than `least` children.
 * @param groups variables of each group
 * @param weights how many children there are of a variable
 * @param given groups of which something was published before: all are tested together
 * @returns indices of groups
 */
export function pickSafe(
  groups: readonly (readonly number[])[],
  weights: ReadonlyMap<number, number>,
  least: number,
  given: readonly (readonly number[])[] = [],
): number[] {
  const picked: number[] = [];
  groups.forEach((_, at) => {
    const tried = [...picked, at].map((each) => groups[each] ?? []);
    if (!isolates([...given, ...tried], weights, least)) picked.push(at);
  });
  return picked;
}

/** Whether a linear combination of the groups' sums is about at least one and fewer than `least` children. */
export function isolates(
  groups: readonly (readonly number[])[],
  weights: ReadonlyMap<number, number>,
  least: number,
): boolean {
  const atoms = atomsOf(groups, weights);
  const basis = groups.map((_, g) => atoms.map((atom) => (atom.groups.includes(g) ? 1 : 0)));
  const search = new Search(atoms.map(({ weight }) => weight));
  return search.finds(independent(basis), least - 1, new Set());
}

function atomsOf(groups: readonly (readonly number[])[], weights: ReadonlyMap<number, number>): Atom[] {
  const memberships = new Map<number, number[]>();
  groups.forEach((group, g) => {
    for (const variable of group) memberships.set(variable, [...(memberships.get(variable) ?? []), g]);
  });
  const atoms = new Map<string, Atom>();
  for (const [variable, of] of memberships) {
    const atom = atoms.get(of.join()) ?? { groups: of, weight: 0 };
    atom.weight += weights.get(variable) ?? 0;
    atoms.set(of.join(), atom);
  }
  return [...atoms.values()].filter(({ weight }) => weight > 0);
}

type Basis = number[][];

/** Looks for a vector of a space, other than 0, that is zero but for columns of little weight. */
class Search {
  private branches = 0;

  constructor(private readonly weights: readonly number[]) {}

  /** @param paid columns that may be other than zero; their weight is out of the budget already */
  finds(basis: Basis, budget: number, paid: ReadonlySet<number>): boolean {
    if (++this.branches > MOST_BRANCHES) return true;
    let space = basis;
    for (;;) {
      if (space.length === 0) return false;
      const heaviest = this.heaviest(space, paid);
      if (heaviest === null) return true;
      const without = vanishing(space, heaviest);
      const weight = this.weights[heaviest] ?? 0;
      if (weight <= budget && this.finds(space, budget - weight, new Set([...paid, heaviest]))) return true;
      space = without;
    }
  }

  /** The heaviest column, not paid for, in which some vector is other than zero. */
  private heaviest(basis: Basis, paid: ReadonlySet<number>): number | null {
    let found: number | null = null;
    this.weights.forEach((weight, column) => {
      if (paid.has(column) || (found !== null && weight <= (this.weights[found] ?? 0))) return;
      if (basis.some((row) => row[column] !== 0)) found = column;
    });
    return found;
  }
}

/** The vectors of the space that are zero in a column. */
function vanishing(basis: Basis, column: number): Basis {
  const pivot = basis.find((row) => row[column] !== 0);
  if (!pivot) return basis;
  const inverse = power(pivot[column] ?? 1, PRIME - 2);
  return basis
    .filter((row) => row !== pivot)
    .map((row) => {
      const factor = ((row[column] ?? 0) * inverse) % PRIME;
      if (factor === 0) return row;
      return row.map((value, i) => (value + (PRIME - factor) * (pivot[i] ?? 0)) % PRIME);
    });
}

/** A basis of the space that rows span. */
function independent(rows: Basis): Basis {
  const basis: Basis = [];
  let rest = rows;
  for (;;) {
    const pivot = rest.find((row) => row.some((value) => value !== 0));
    if (!pivot) return basis;
    basis.push(pivot);
    rest = vanishing(
      [pivot, ...rest.filter((row) => row !== pivot)],
      pivot.findIndex((value) => value !== 0),
    );
  }
}

function power(base: number, exponent: number): number {
  let [result, factor, left] = [1, base % PRIME, exponent];
  while (left > 0) {
    if (left % 2 === 1) result = (result * factor) % PRIME;
    factor = (factor * factor) % PRIME;
    left = Math.floor(left / 2);
  }
  return result;
}
