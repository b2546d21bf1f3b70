import { execFileSync } from 'node:child_process';
import os from 'node:os';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Prints figures with what one needs to judge them: date, machine and commit. */
export function report(name, figures) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const machine = `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  console.log(`${name} – ${new Date().toISOString().slice(0, 10)}, ${machine}, commit ${commit}`);
  for (const [label, value] of Object.entries(figures)) {
    console.log(`  ${label.padEnd(40)}${value >= 10 ? Math.round(value) : value.toFixed(2)}`);
  }
}
