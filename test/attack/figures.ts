import { appendFileSync } from 'node:fs';

/** Whether the attack shall go on for as long as it takes to be sure: `npm run attack`, but not `npm test`. */
export const LONG = process.env['ATTACK'] === 'long';

/** A quantity of the long form, and what of it fits into a run of all tests. */
export function amount<T>({ short, long }: { short: T; long: T }): T {
  return LONG ? long : short;
}

/** Keeps what an attack has measured, in one line; the run prints it at its end. @example say('kill', '8 kills, 0 writes lost') */
export function say(attack: string, figure: string): void {
  const line = `attack: ${attack}: ${figure}\n`;
  const file = process.env['OLYMPIA_TEST_FIGURES'];
  // Not by console.log: Jest would add where it came from.
  if (file) appendFileSync(file, line);
  else process.stdout.write(line);
}

/** A count as people read it in a line of English: 1,234. */
export function count(number: number): string {
  return number.toLocaleString('en-GB');
}

/** The value under which a share (0 to 1) of the numbers lies; NaN of none. */
export function percentile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
