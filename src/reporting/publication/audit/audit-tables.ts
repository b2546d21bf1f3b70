import type { Highs } from 'highs';
import type { Cube } from '../cubes.js';
import type { Frame } from '../frame.js';
import type { OnProgress } from '../publication-types.js';
import { Audit, type AuditedTable, type Deadline } from './audit.js';

/**
 * Audits every table of a period, the tested last: it hangs together with all others, and is easier to protect once these are. All numbers are
 * bounds in one and the same system throughout.
 * @returns seconds per table, in the order of the tables
 */
export function auditTables(
  highs: Highs,
  frame: Frame,
  deadline: Deadline,
  onProgress: OnProgress,
): number[] {
  const { cubes, numbers, system } = frame;
  const audit = new Audit(highs, system, numbers, deadline, frame.isRevision);
  const seconds = cubes.map(() => 0);
  const order = [...cubes.keys()].sort((a, b) => turn(cubes[a]) - turn(cubes[b]) || a - b);
  order.forEach((at, done) => {
    const cube = cubes[at];
    if (!cube) return;
    onProgress(done, cubes.length, 'audit');
    const started = Date.now();
    const own = numbers.filter(({ table }) => table === at);
    audit.check(tableOf(cube, frame), own);
    seconds[at] = (Date.now() - started) / 1000;
  });
  checkLargeAgain(audit, frame);
  audit.giveBack(numbers, cubes.map(variables));
  return seconds;
}

/** Numbers whose bounds said that they are 5 or more, until no hiding has widened them. */
function checkLargeAgain(audit: Audit, frame: Frame): void {
  for (let before = -1; before !== audit.hides;) {
    before = audit.hides;
    const large = new Set(audit.large);
    audit.large.clear();
    frame.cubes.forEach((cube, at) => {
      const own = frame.numbers.filter(({ row, table }) => table === at && large.has(row));
      if (own.length > 0) audit.check(tableOf(cube, frame), own);
    });
  }
}

const turn = (cube: Cube | undefined): number => (cube?.block === 'tested' ? 1 : 0);

const variables = (cube: Cube): number[] => cube.details.map((_, i) => cube.first + i);

function tableOf(cube: Cube, frame: Frame): AuditedTable {
  const around = neighbours(cube, frame).flatMap((each) =>
    each.details.flatMap((detail, i) =>
      cube.kinds.some((kind) => frame.types[detail.type]?.kind === kind) ? [each.first + i] : [],
    ),
  );
  return {
    variables: variables(cube),
    around: [...new Set([...variables(cube), ...around])].sort((a, b) => a - b),
  };
}

/** The tables about the same item, and the tested; beside the tested one table of each kind of house. */
function neighbours(cube: Cube, { cubes }: Frame): Cube[] {
  if (cube.block === 'tested') {
    const results = cubes.filter(({ block }) => block === 'results');
    return cube.kinds.flatMap((kind) => results.find(({ kinds }) => kinds.includes(kind)) ?? []);
  }
  const tested = cubes.filter(({ block }) => block === 'tested');
  if (cube.block === 'results') return tested;
  const same = cubes.filter(({ protocol, item }) => protocol === cube.protocol && item === cube.item);
  return [...tested, ...same];
}
