import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Problem, unreachable } from '../api/problem';
import type { Activity, NewActivity } from '../api/types';
import type { OutboxEntry } from './entry';
import { type NewEntry, Outbox } from './outbox';
import { goOn, passes } from './senders';
import { openStore } from './store';
import type { Trial, TrialBody } from './trial';

const body: NewActivity = {
  institutionId: 'house',
  groupId: 'group',
  heldOn: '2026-11-20',
  focusArea: 'active_learning',
  minutes: 30,
  childrenPresent: 20,
};
const entry = (id: string): NewEntry<'activity'> => ({ id, kind: 'activity', body, summary: id });
const record = ({ id }: Pick<OutboxEntry, 'id'>) => ({ id, version: 1 }) as Activity;

const deliver = jest.fn<(entry: OutboxEntry) => Promise<Activity | Trial>>();
const signedInAccount = jest.fn<() => Promise<string>>();
let account: string;
let outbox: Outbox;

/** One after the other, as the browser's lock does it. */
function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

beforeEach(async () => {
  deliver.mockReset().mockImplementation((sent) => Promise.resolve(record(sent)));
  signedInAccount.mockReset().mockImplementation(() => Promise.resolve(account));
  account = 'mira';
  outbox = new Outbox({
    // Node has no IndexedDB: the same fallback as in a browser without.
    store: openStore(),
    deliver,
    goOn,
    signedInAccount,
    passes,
    alone: inTurn(),
    tellOthers: () => undefined,
  });
  await outbox.open('mira');
});

const waiting = () => outbox.getSnapshot().entries;

describe('an entry', () => {
  it('leaves the device once the server has answered with its id', async () => {
    const confirmed: string[] = [];
    outbox.onConfirmed(({ id }) => confirmed.push(id));
    expect(await outbox.submit(entry('a'))).toMatchObject({ state: 'confirmed', record: { id: 'a' } });
    expect(waiting()).toEqual([]);
    expect(confirmed).toEqual(['a']);
  });

  it('stays and is sent again under the same id while there is no network', async () => {
    deliver.mockRejectedValueOnce(unreachable());
    expect(await outbox.submit(entry('a'))).toEqual({ state: 'waiting' });
    expect(waiting()).toMatchObject([{ id: 'a', state: 'sent', attempts: 1 }]);
    await outbox.flush();
    expect(deliver).toHaveBeenCalledTimes(1);
    await outbox.flush({ hurry: true });
    expect(deliver.mock.calls.map(([sent]) => sent.id)).toEqual(['a', 'a']);
    expect(waiting()).toEqual([]);
  });

  it('stays if the answer is about another record', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    deliver.mockResolvedValueOnce(record({ id: 'other' }));
    expect(await outbox.submit(entry('a'))).toMatchObject({ state: 'refused' });
    expect(waiting()).toHaveLength(1);
  });

  it('asks for help if the server refuses it, and goes out corrected', async () => {
    const refusal = new Problem({
      status: 422,
      code: 'invalid',
      title: 'Bitte prüfen.',
      errors: [{ field: 'minutes', message: 'Zu kurz.' }],
    });
    deliver.mockRejectedValueOnce(refusal);
    expect(await outbox.submit(entry('a'))).toMatchObject({ state: 'refused', problem: refusal });
    expect(waiting()).toMatchObject([{ state: 'needs_help', refusal: { title: 'Bitte prüfen.' } }]);
    await outbox.flush({ hurry: true });
    expect(deliver).toHaveBeenCalledTimes(1);
    expect(await outbox.submit(entry('a'))).toMatchObject({ state: 'confirmed' });
    expect(waiting()).toEqual([]);
  });
});

describe('taking back', () => {
  it('forgets what was refused', async () => {
    deliver.mockRejectedValueOnce(new Problem({ status: 409, code: 'x', title: 'x' }));
    await outbox.submit(entry('a'));
    await outbox.withdraw('a');
    expect(waiting()).toEqual([]);
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  it('also reaches the server if the entry may have arrived there', async () => {
    deliver.mockRejectedValueOnce(unreachable());
    await outbox.submit(entry('a'));
    await outbox.withdraw('a');
    await outbox.flush({ hurry: true });
    expect(deliver).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'a', withdrawn: true }));
    expect(waiting()).toEqual([]);
  });
});

describe('an entry handed in again under its id', () => {
  it('is sent as well if that happens while the first is on its way', async () => {
    let now = 1;
    jest.spyOn(Date, 'now').mockImplementation(() => now++);
    deliver.mockImplementationOnce((sent) => {
      void outbox.submit({ ...entry('a'), body: { ...body, minutes: 45 } });
      return Promise.resolve(record(sent));
    });
    await outbox.submit(entry('a'));
    await outbox.flush({ hurry: true });
    expect(deliver.mock.calls.map(([sent]) => 'minutes' in sent.body && sent.body.minutes)).toEqual([30, 45]);
    jest.restoreAllMocks();
  });

  it('still may have arrived before, and is taken back there too', async () => {
    deliver.mockRejectedValueOnce(unreachable());
    await outbox.submit(entry('a'));
    account = 'jo';
    await outbox.submit(entry('a'));
    await outbox.withdraw('a');
    account = 'mira';
    await outbox.flush({ hurry: true });
    expect(deliver).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'a', withdrawn: true }));
  });
});

describe('taking back while the entry is on its way', () => {
  const withdrawals = () => deliver.mock.calls.map(([sent]) => sent.withdrawn);
  const allSent = () => outbox.flush({ hurry: true });

  it('keeps it from leaving, before the server knows of it', async () => {
    signedInAccount.mockImplementationOnce(async () => {
      await outbox.withdraw('a');
      return account;
    });
    await outbox.submit(entry('a'));
    await allSent();
    expect(deliver).not.toHaveBeenCalled();
    expect(waiting()).toEqual([]);
  });

  it('deletes it on the server, after the answer that comes meanwhile', async () => {
    deliver.mockImplementationOnce(async (sent) => {
      await outbox.withdraw('a');
      return record(sent);
    });
    await outbox.submit(entry('a'));
    await allSent();
    expect(withdrawals()).toEqual([false, true]);
    expect(waiting()).toEqual([]);
  });

  it('deletes it on the server as well in the moment of the answer', async () => {
    let withdrawing: Promise<boolean> | undefined;
    deliver.mockImplementationOnce((sent) => {
      const answer = Promise.resolve(record(sent));
      withdrawing = answer.then(() => outbox.withdraw('a'));
      return answer;
    });
    await outbox.submit(entry('a'));
    expect(await withdrawing).toBe(true);
    await allSent();
    expect(withdrawals()).toEqual([false, true]);
    expect(waiting()).toEqual([]);
  });

  it('says so if the entry has just been confirmed, so that it can be deleted like any other', async () => {
    await outbox.submit(entry('a'));
    expect(await outbox.withdraw('a')).toBe(false);
  });

  it('is not forgotten when the sending gets no answer', async () => {
    deliver.mockImplementationOnce(async () => {
      await outbox.withdraw('a');
      throw unreachable();
    });
    await outbox.submit(entry('a'));
    await allSent();
    expect(withdrawals()).toEqual([false, true]);
    expect(waiting()).toEqual([]);
  });

  it('ends the matter when the server refuses the entry', async () => {
    deliver.mockImplementationOnce(async () => {
      await outbox.withdraw('a');
      throw new Problem({ status: 422, code: 'invalid', title: 'x' });
    });
    await outbox.submit(entry('a'));
    await allSent();
    expect(withdrawals()).toEqual([false]);
    expect(waiting()).toEqual([]);
  });
});

describe('tries of children', () => {
  const trial = (id: string, childId: string, value: number, version: number | null = null) => {
    const body: TrialBody = {
      ...{ testDayId: 'day', childId, protocolId: 'jump', number: 1, value, valid: true, confirmed: false },
      version,
    };
    return { id, kind: 'trial' as const, body, summary: id };
  };
  const sent = () =>
    deliver.mock.calls.map(([{ id, body: now, withdrawn }]) =>
      'value' in now ? [id, now.value, now.version, ...(withdrawn ? ['taken back'] : [])] : [id],
    );
  beforeEach(() => {
    deliver.mockImplementation(({ id }) => Promise.resolve({ id, version: 7 } as Trial));
  });

  it('go out in order for one child’s task, and one that needs help holds back nobody', async () => {
    deliver.mockRejectedValueOnce(new Problem({ status: 409, code: 'trial_taken', title: 'x', current: 1 }));
    await outbox.submit(trial('a', 'kim', 100));
    await outbox.submit(trial('b', 'kim', 110));
    await outbox.submit(trial('c', 'lou', 90));
    expect(sent()).toEqual([
      ['a', 100, null],
      ['b', 110, null],
      ['c', 90, null],
    ]);
    expect(waiting()).toMatchObject([{ id: 'a', refusal: { code: 'trial_taken', current: 1 } }]);
  });

  it('wait behind an earlier word on the same task, and not behind another child', async () => {
    deliver.mockRejectedValueOnce(unreachable());
    await outbox.submit(trial('a', 'kim', 100));
    deliver.mockRejectedValueOnce(unreachable());
    await outbox.submit(trial('b', 'kim', 110));
    await outbox.submit(trial('c', 'lou', 90));
    await outbox.flush({ hurry: true });
    expect(sent().map(([id]) => id)).toEqual(['a', 'a', 'c', 'a', 'b']);
    expect(waiting()).toEqual([]);
  });

  it('typed anew while the first value is on its way go on from its version', async () => {
    let now = 1;
    jest.spyOn(Date, 'now').mockImplementation(() => now++);
    deliver.mockImplementationOnce(({ id }) => {
      void outbox.submit(trial(id, 'kim', 101, 3));
      return Promise.resolve({ id, version: 4 } as Trial);
    });
    await outbox.submit(trial('a', 'kim', 100, 3));
    await outbox.flush({ hurry: true });
    jest.restoreAllMocks();
    expect(sent()).toEqual([
      ['a', 100, 3],
      ['a', 101, 4],
    ]);
  });

  it('are taken away on the server, too, and that waits for the network', async () => {
    deliver.mockRejectedValueOnce(unreachable());
    await outbox.remove(trial('a', 'kim', 100, 3));
    await outbox.flush({ hurry: true });
    expect(sent()).toEqual([
      ['a', 100, 3, 'taken back'],
      ['a', 100, 3, 'taken back'],
    ]);
    expect(waiting()).toEqual([]);
  });
});

describe('another person on the same device', () => {
  it('neither sees nor sends the entry', async () => {
    deliver.mockRejectedValueOnce(unreachable());
    await outbox.submit(entry('a'));
    await outbox.open('jo');
    expect(waiting()).toEqual([]);
    await outbox.flush({ hurry: true });
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  it('does not lend the session, when another window signed in', async () => {
    account = 'jo';
    expect(await outbox.submit(entry('a'))).toEqual({ state: 'waiting' });
    expect(deliver).not.toHaveBeenCalled();
    expect(waiting()).toMatchObject([{ id: 'a', state: 'new' }]);
  });
});
