import { describe, expect, test } from '@jest/globals';
import { Problem } from '../../api/problem';
import type { AttendanceMark, WantedMark } from '../../api/types';
import { type Tick, TickQueue } from './tick-queue';

const tick = (registrationId: string, state: Tick['state'] = 'present'): Tick => ({
  ...{ registrationId, sessionId: 's', state, minutes: null },
});
const offline = (): Problem => new Problem({ status: 0, code: 'unreachable', title: 'Kein Netz' });

/** A server for one session, as strict about versions as the real one. */
class Server {
  readonly marks = new Map<string, AttendanceMark>();
  readonly requests: WantedMark[][] = [];
  refused: Problem[] = [];
  kept: Tick[] = [];
  /** What goes wrong with the next requests: before or after they arrive. */
  trouble: ('before' | 'after')[] = [];
  private readonly shown = new Map<string, number>();

  queue = (kept: Tick[] = []): TickQueue =>
    new TickQueue(
      {
        send: (marks) => this.take(marks),
        versionOf: ({ registrationId }) => this.shown.get(registrationId) ?? 0,
        onSaved: (marks) => marks.forEach((mark) => this.shown.set(mark.registrationId, mark.version)),
        onRefused: (problem) => this.refused.push(problem),
        keep: (waiting) => (this.kept = waiting),
      },
      kept,
    );

  private async take(marks: WantedMark[]): Promise<AttendanceMark[]> {
    await Promise.resolve();
    this.requests.push(marks);
    const trouble = this.trouble.shift();
    if (trouble === 'before') throw offline();
    const answer = marks.map((mark) => this.store(mark));
    if (trouble === 'after') throw offline();
    return answer;
  }

  private store({ registrationId, sessionId, state, version }: WantedMark): AttendanceMark {
    const stored = this.marks.get(registrationId);
    if (stored?.state === state) return stored;
    if ((stored?.version ?? 0) !== version) {
      const details = {
        status: 412,
        code: 'changed_meanwhile',
        title: 'Geändert',
        current: { items: [stored] },
      };
      throw new Problem(details);
    }
    const next = { registrationId, sessionId, state, minutes: 0, version: version + 1 };
    this.marks.set(registrationId, next);
    return next;
  }
}

describe('ticks', () => {
  test('are sent one request at a time, and those tapped meanwhile together', async () => {
    const server = new Server();
    const queue = server.queue();
    queue.put([tick('a')]);
    queue.put([tick('b')]);
    queue.put([tick('c')]);
    expect(queue.getSnapshot().waiting).toHaveLength(3);
    await settled(queue);
    expect(server.requests.map((marks) => marks.length)).toEqual([1, 2]);
    expect([...server.marks.keys()]).toEqual(['a', 'b', 'c']);
    expect(server.kept).toEqual([]);
  });

  test('wait on the device without a network, and go out when it is back', async () => {
    const server = new Server();
    server.trouble = ['before'];
    const queue = server.queue();
    queue.put([tick('a')]);
    await settled(queue, 'stuck');
    expect(server.kept).toEqual([tick('a')]);
    queue.stop();
    const later = server.queue(server.kept);
    await later.flush();
    expect(server.marks.get('a')?.state).toBe('present');
    expect(later.getSnapshot()).toEqual({ waiting: [], stuck: false });
  });

  test('changed after a lost answer are not taken for somebody else’s', async () => {
    const server = new Server();
    server.trouble = ['after'];
    const queue = server.queue();
    queue.put([tick('a', 'present')]);
    await settled(queue, 'stuck');
    queue.put([tick('a', 'absent')]);
    await settled(queue);
    expect([server.marks.get('a')?.state, server.refused]).toEqual(['absent', []]);
  });

  test('that somebody else has overtaken are given up, and said so', async () => {
    const server = new Server();
    server.marks.set('a', { registrationId: 'a', sessionId: 's', state: 'excused', minutes: 0, version: 4 });
    const queue = server.queue();
    queue.put([tick('a', 'absent')]);
    await settled(queue);
    expect(server.marks.get('a')?.state).toBe('excused');
    expect(server.refused.map(({ code }) => code)).toEqual(['changed_meanwhile']);
    expect(queue.getSnapshot().waiting).toEqual([]);
  });
});

async function settled(queue: TickQueue, how: 'empty' | 'stuck' = 'empty'): Promise<void> {
  const isThere = (): boolean =>
    how === 'stuck' ? queue.getSnapshot().stuck : queue.getSnapshot().waiting.length === 0;
  while (!isThere()) await new Promise((resolve) => setImmediate(resolve));
}
