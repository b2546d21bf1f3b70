import { median } from './report.mjs';

const ROUNDS = 9;
const ENOUGH_MS = 4_000;

/** Runs both in turn, so that whatever else the machine does hits both. @returns medians in ms, and of the ratios of each round */
export async function inTurn(product, reference) {
  for (const work of [product, product, reference, reference]) await work();
  const rounds = [];
  const until = performance.now() + ENOUGH_MS;
  while (rounds.length < ROUNDS && (rounds.length < 3 || performance.now() < until)) {
    rounds.push({ product: await timed(product), reference: await timed(reference) });
  }
  return {
    product: median(rounds.map((round) => round.product)),
    reference: median(rounds.map((round) => round.reference)),
    ratio: median(rounds.map((round) => round.product / round.reference)),
  };
}

export async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** An answer of the product as JSON; any status but 200 ends the run. */
export async function ask({ port, headers }, path) {
  const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, { headers });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
