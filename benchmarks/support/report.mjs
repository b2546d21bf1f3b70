import { execFileSync } from 'node:child_process';
import os from 'node:os';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** What one needs to judge figures: date, machine and commit. */
export function reportHead(name) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const machine = `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  return `${name} – ${new Date().toISOString().slice(0, 10)}, ${machine}, commit ${commit}`;
}

export function report(name, figures) {
  console.log(reportHead(name));
  for (const [label, value] of Object.entries(figures)) {
    console.log(`  ${label.padEnd(40)}${value >= 10 ? Math.round(value) : value.toFixed(2)}`);
  }
}

/** A table in Markdown, as README.md holds it. */
export function printTable(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(['', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n'));
}
