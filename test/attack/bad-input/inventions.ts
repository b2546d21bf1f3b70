import { bytesOf, withBody, withPath } from '../draft.js';
import type { Place } from '../place.js';
import { fieldsIn } from './fields.js';
import { BAD_FILTER, FILTER_TWICE, UNKNOWN_FILTER } from './queries.js';
import { attempt, type Attempt, isRead } from './row.js';
import { faultsOf } from './values.js';

/** Numbers that look thrown, and come again with the same seed (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  /** From 0 to below `sides`. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.roll(from.length)]!;
  }
}

/** Makes up bad requests without end, each wrong beyond doubt. */
export class Inventor {
  private readonly withBodies: Place[];
  private readonly filters: Attempt[];
  private readonly reads: Place[];

  constructor(
    private readonly dice: Dice,
    places: Place[],
  ) {
    this.withBodies = places.filter(({ route }) => Object.keys(route.body?.properties ?? {}).length > 0);
    this.filters = [BAD_FILTER, FILTER_TWICE, UNKNOWN_FILTER].flatMap((row) =>
      places.filter(({ route }) => row.fits(route)).flatMap((place) => row.attempts(place)),
    );
    this.reads = places.filter(({ route }) => isRead(route));
  }

  next(): Attempt {
    const kinds = [
      () => this.wrongFields(),
      () => this.wrongFields(),
      () => this.otherObject(),
      () => this.hiddenSign(),
      () => this.dice.pick(this.filters),
      () => this.noAddress(),
      () => this.wrongBytes(),
    ];
    return this.dice.pick(kinds)();
  }

  /** One to four fields at once, each with something that it must refuse. */
  private wrongFields(): Attempt {
    const { route, good, body } = this.dice.pick(this.withBodies);
    const fields = fieldsIn(route.body!).filter(({ path }) => !path.includes('.'));
    const chosen = new Map<string, string>();
    for (let left = 1 + this.dice.roll(4); left > 0; left -= 1) {
      const field = this.dice.pick(fields);
      const values = Object.values(faultsOf(field)).flat();
      if (values.length > 0) chosen.set(field.path, this.dice.pick(values));
    }
    const marked = { ...body, ...Object.fromEntries([...chosen.keys()].map((path) => [path, `@${path}@`])) };
    const sent = [...chosen].reduce(
      (text, [path, value]) => text.replace(`"@${path}@"`, () => value),
      JSON.stringify(marked),
    );
    const label = `${route.operationId} ${sent.slice(0, 200)}`;
    return attempt(label, withBody(good, sent), [400, 422], { fields: [...chosen.keys()] });
  }

  /** An object that nobody asked for, several levels deep. */
  private otherObject(): Attempt {
    const { route, good } = this.dice.pick(this.withBodies);
    const text = JSON.stringify({ [`x${this.text()}`]: this.value(4) });
    return attempt(`${route.operationId} ${text.slice(0, 200)}`, withBody(good, text), [400]);
  }

  private value(depth: number): unknown {
    const kind = this.dice.roll(depth > 0 ? 7 : 5);
    if (kind === 0) return this.text();
    if (kind === 1) return (this.dice.roll(2_000_001) - 1_000_000) / (1 + this.dice.roll(1_000));
    if (kind < 5) return [null, true, false][kind - 2];
    const inner = Array.from({ length: this.dice.roll(4) }, () => this.value(depth - 1));
    return kind === 5 ? inner : Object.fromEntries(inner.map((one, i) => [`${this.text()}${i}`, one]));
  }

  private text(): string {
    const letter = (): string =>
      String.fromCodePoint(
        this.dice.pick([0x20, 0x61, 0xe4, 0x27, 0x25, 0x4e2d, 0x1f600]) + this.dice.roll(20),
      );
    return Array.from({ length: this.dice.roll(12) }, letter).join('');
  }

  /** A control character in the middle of JSON, where none may be. */
  private hiddenSign(): Attempt {
    const { route, good, body } = this.dice.pick(this.withBodies);
    const text = JSON.stringify(body);
    const at = this.dice.roll(text.length);
    const sign = String.fromCharCode(this.dice.pick([0, 1, 2, 7, 8, 11, 12, 27, 31]));
    return attempt(
      `${route.operationId} sign ${sign.charCodeAt(0)} at ${at}`,
      withBody(good, text.slice(0, at) + sign + text.slice(at)),
      [400],
    );
  }

  private noAddress(): Attempt {
    const { good } = this.dice.pick(this.reads);
    const part = (): string =>
      this.dice.pick([
        '..',
        '%2e%2e',
        '%00',
        'x',
        '%ff',
        '%25',
        ';',
        '~',
        encodeURIComponent(this.text()),
        'api',
        '%2f',
      ]);
    const path = `/api/x${Array.from({ length: 1 + this.dice.roll(6) }, part).join('/')}`;
    return attempt(
      path,
      withPath(good, () => path),
      [400, 404],
    );
  }

  /** Bytes changed, left out or put in among the headers of a request that only reads. */
  private wrongBytes(): Attempt {
    const { route, good } = this.dice.pick(this.reads);
    const bytes = [...bytesOf(good)];
    const from = bytes.indexOf(0x0a) + 1;
    for (let left = 1 + this.dice.roll(4); left > 0; left -= 1) {
      const at = from + this.dice.roll(bytes.length - from - 4);
      const put = this.dice.roll(2) === 0 ? [this.dice.roll(256)] : [];
      bytes.splice(at, this.dice.roll(2), ...put);
    }
    return {
      label: `${route.operationId} ${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`,
      bytes: [Buffer.from(bytes)],
      answers: ANY,
      alone: 'closing',
    };
  }
}

// What is left may be a good request still; it is only to be answered, and without a fault.
const ANY = Array.from({ length: 300 }, (_, i) => 200 + i);
