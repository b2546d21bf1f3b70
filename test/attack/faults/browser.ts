import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../support/city.js';
import { type Answer, Client } from '../../support/client.js';

/** Where people reach the product. */
export interface Entrance {
  /** What they type. */
  origin: string;
  /** Each of them leads to a server of its own. */
  ports: number[];
}

/** Nobody answered, or was told to come back. */
export interface Again {
  /** Seconds of `Retry-After`; null: no answer at all. */
  after: number | null;
}

/** What a failed attempt looked like that is neither an answer nor one to repeat; makes the test fail with its words. */
export class NotRetryable extends Error {}

const NO_ANSWER = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

const FIRST_PAUSE_MS = 30;
const LONGEST_PAUSE_MS = 500;

/** Goes to one server until that one fails it, then to the next: as behind a load balancer. */
export class Browser {
  private at: number;
  private readonly clients = new Map<string, Client>();

  constructor(
    private readonly entrance: Entrance,
    first: number,
  ) {
    this.at = first;
  }

  /**
   * One attempt. @returns the answer, or that the same has to be asked again
   * @throws NotRetryable for 5xx other than 503 with Retry-After
   */
  async ask(
    person: Person,
    ask: (client: Client) => Promise<Answer>,
  ): Promise<{ answer: Answer } | { again: Again }> {
    try {
      const answer = await ask(this.clientOf(person));
      if (answer.status < 500) return { answer };
      const after = Number(answer.headers['retry-after']);
      if (answer.status !== 503 || !(after > 0)) throw new NotRetryable(`${answer.status} ${answer.text}`);
      this.at += 1;
      return { again: { after } };
    } catch (error) {
      if (!NO_ANSWER.test((error as { code?: string }).code ?? '')) throw error;
      this.at += 1;
      return { again: { after: null } };
    }
  }

  /** Not as long as people are asked to wait: the test has not got all day, and an early try must do no harm. */
  async pause(attempts: number): Promise<void> {
    const grown = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
    await sleep(grown * (0.5 + Math.random() / 2));
  }

  private clientOf({ id, token }: Person): Client {
    const { origin, ports } = this.entrance;
    const port = ports[this.at % ports.length]!;
    const key = `${id} ${port}`;
    const known = this.clients.get(key) ?? new Client({ port, origin });
    known.cookies.set('olympia', token);
    this.clients.set(key, known);
    return known;
  }
}
