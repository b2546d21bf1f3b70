import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Bench } from '../../e2e/access-matrix/bench.js';
import type { Route } from '../../support/openapi.js';
import { amount, count, say } from '../figures.js';
import { placeOf } from '../place.js';
import { Attacker } from './attacker.js';
import type { Attempt, Row } from './row.js';
import { ROWS } from './rows.js';

const MOST_SHOWN = 20;

// Of each kind an operation gets one in so many, the next operation the next ones; still fewer of what is refused alike everywhere.
const OWN = amount({ short: 8, long: 1 });
const SHARED = amount({ short: 40, long: 1 });

function share({ alike = false }: Row, attempts: Attempt[], turn: number): Attempt[] {
  const every = Math.min(alike ? SHARED : OWN, attempts.length);
  return attempts.filter((_, i) => (i + turn) % every === 0);
}

/**
 * Tests that send each operation good requests with one thing wrong in them, byte for byte. The answer is a problem that names the field,
 * in German, never 500, and nothing is written, whole or half.
 * @param what the operations in a word, for the figures
 */
export function bombard(what: string, routes: Route[]): void {
  let bench: Bench;
  let attacker: Attacker;
  let changed = 0;
  /** What was sent where: `operation · kind`. */
  const hits = new Set<string>();

  beforeAll(async () => {
    bench = await Bench.open();
    attacker = new Attacker(bench.app.port);
  });
  afterAll(async () => {
    attacker.close();
    await bench.close();
  });
  // Everything is refused; whatever is different now was written by something that should have been.
  afterEach(async () => {
    const after = await bench.snapshot.checksum();
    if (after === '') return;
    changed += 1;
    await bench.snapshot.restore();
    expect(after).toBe('');
  });

  describe.each(routes.map((route) => [route.operationId, route] as const))('%s', (operationId, route) => {
    test('answers whatever is wrong', async () => {
      const place = placeOf(bench, route);
      const wrong: string[] = [];
      for (const row of ROWS.filter(({ fits }) => fits(route))) {
        const attempts = share(row, row.attempts(place), routes.indexOf(route));
        if (attempts.length > 0) hits.add(`${operationId} · ${row.name}`);
        const faults = await attacker.sendAll(attempts);
        wrong.push(...faults.map((fault) => `${row.name} · ${fault}`));
      }
      expect(wrong.slice(0, MOST_SHOWN)).toEqual([]);
    });
  });

  test('every kind of bad request was sent to every operation that it fits', () => {
    const fitting = routes.flatMap((route) =>
      ROWS.filter(({ fits }) => fits(route)).map(({ name }) => `${route.operationId} · ${name}`),
    );
    expect([...hits].sort()).toEqual(fitting.sort());
    const pairs = `${count(fitting.length)} pairs of ${routes.length} operations (${what}) and a kind of bad request`;
    say(
      'bad input',
      `${count(attacker.requests)} requests in ${pairs}: ${attacker.answers()}, changed by ${changed}`,
    );
  });
}
