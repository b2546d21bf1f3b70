import { texts } from '../texts/de';
import { type Age, ageOf } from './age';
import type { OutboxEntry } from './entry';
import type { OutboxSnapshot } from './snapshot';

const words = texts.outbox;

export type LineState = 'done' | 'sending' | 'waiting' | 'sealed' | 'help';

export interface Line {
  state: LineState;
  /** Said aloud when it changes. */
  text: string;
  /** How long the oldest has been waiting; not said aloud each minute. */
  age: Age | null;
  /** What `age` is the age of the oldest of. */
  count: number;
}

type Known = Pick<OutboxSnapshot, 'entries' | 'foreign' | 'sending'>;

/** What the line says: first what needs a person, then what is on its way, then what of others lies sealed on the device. */
export function lineOf({ entries, foreign, sending }: Known, now: number): Line {
  const stuck = entries.filter(({ state }) => state === 'needs_help');
  const count = entries.length;
  if (stuck.length > 0) {
    return {
      state: 'help',
      text: words.needsHelp(stuck.length),
      age: oldest(stuck, now),
      count: stuck.length,
    };
  }
  if (sending && count > 0) return { state: 'sending', text: words.sending, age: null, count };
  if (count > 0) return { state: 'waiting', text: words.waiting(count), age: oldest(entries, now), count };
  if (foreign.count > 0) return sealed(foreign, now);
  return { state: 'done', text: words.allSent, age: null, count: 0 };
}

function sealed({ count, oldest: since }: OutboxSnapshot['foreign'], now: number): Line {
  return {
    state: 'sealed',
    text: words.sealed(count),
    age: since === null ? null : ageOf(since, now),
    count,
  };
}

function oldest(entries: readonly OutboxEntry[], now: number): Age | null {
  return ageOf(Math.min(...entries.map(({ createdAt }) => createdAt)), now);
}
