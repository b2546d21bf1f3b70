import { count } from '../figures.js';
import { faultOf, fieldsOf } from '../refusal.js';
import { type Reply, sendAlone, Wire } from '../wire.js';
import type { Attempt } from './row.js';

const PROBE = Buffer.from('GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
const AT_ONCE = 4;

/** Sends bad requests over a few connections at once, and keeps count of what came back. */
export class Attacker {
  readonly statuses = new Map<number, number>();
  /** How long each answer took, in milliseconds. */
  readonly times: number[] = [];
  private readonly wires: Wire[];

  constructor(
    private readonly port: number,
    atOnce = AT_ONCE,
  ) {
    this.wires = Array.from({ length: atOnce }, () => new Wire(port));
  }

  get requests(): number {
    return [...this.statuses.values()].reduce((sum, one) => sum + one, 0);
  }

  /** How many of which status, in a line. */
  answers(): string {
    return [...this.statuses]
      .sort()
      .map(([status, times]) => `${count(times)} of ${status}`)
      .join(', ');
  }

  close(): void {
    for (const wire of this.wires) wire.close();
  }

  /** All of them, each once. @returns what was wrong with the answers, in sentences */
  async sendAll(attempts: Attempt[]): Promise<string[]> {
    const wrong: string[] = [];
    const left = attempts.values();
    const work = async (wire: Wire): Promise<void> => {
      for (const attempt of left) {
        const fault = await this.send(wire, attempt);
        if (fault !== null) wrong.push(`${attempt.label}: ${fault}`);
      }
    };
    await Promise.all(this.wires.map(work));
    return wrong;
  }

  private async send(wire: Wire, attempt: Attempt): Promise<string | null> {
    const begin = performance.now();
    const replies = await this.repliesTo(wire, attempt);
    this.times.push(performance.now() - begin);
    if (replies.length === 0) return 'no answer';
    for (const { status } of replies) this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    const [first, ...more] = replies as [Reply, ...Reply[]];
    const hidden = more.find(({ status, text }) => status < 400 && text !== '{"status":"ok"}');
    if (hidden) return `a second request was seen in it, and answered ${hidden.status}`;
    return judge(attempt, first);
  }

  private async repliesTo(wire: Wire, { bytes, alone }: Attempt): Promise<Reply[]> {
    if (alone === 'ending') return sendAlone(this.port, bytes, { end: true });
    if (alone === 'closing') return sendAlone(this.port, [...bytes, PROBE]);
    try {
      return [await wire.ask(bytes)];
    } catch {
      return [];
    }
  }
}

function judge({ answers, field, fields, findsNothing }: Attempt, reply: Reply): string | null {
  const fault = faultOf(reply);
  if (fault !== null) return fault;
  if (!answers.includes(reply.status))
    return `answered ${reply.status}, not ${answers.join(' or ')}: ${reply.text.slice(0, 200)}`;
  if (findsNothing && /"(items|houses)":\[[^\]]/.test(reply.text))
    return `finds something: ${reply.text.slice(0, 200)}`;
  const expected = fields ?? (field === undefined ? null : [field]);
  if (expected === null) return null;
  const found = fieldsOf(reply).sort().join(', ');
  return found === expected.toSorted().join(', ')
    ? null
    : `names ${found || 'no field'}: ${reply.text.slice(0, 200)}`;
}
