import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Problem, unreachable } from '../api/problem';
import type { Outbox } from './outbox';
import { Device, entry, identity, recordOf } from './outbox-bench';
import type { Trial, TrialBody } from './trial';

let device: Device;
let outbox: Outbox;
let deliver: Device['deliver'];

beforeEach(async () => {
  device = new Device();
  ({ deliver } = device);
  outbox = await device.open(await identity('mira'));
});

const waiting = () => outbox.getSnapshot().entries;
const allSent = () => outbox.flush({ hurry: true });
const refusal = (code = 'invalid') => new Problem({ status: 422, code, title: 'Bitte prüfen.' });

describe('an entry', () => {
  it('leaves the device once the server has answered with its id and content', async () => {
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
    await allSent();
    expect(device.brought).toEqual(['a', 'a']);
    expect(waiting()).toEqual([]);
  });

  it.each([
    ['another id', { id: 'other' }],
    ['another value', { minutes: 31 }],
    ['no note', { note: null }],
  ])('stays and asks for help if the answer has %s', async (_, change) => {
    deliver.mockImplementationOnce((sent) => Promise.resolve({ ...recordOf(sent)!, ...change }));
    expect(await outbox.submit(entry('a'))).toMatchObject({ state: 'refused' });
    expect(waiting()).toMatchObject([
      {
        state: 'needs_help',
        refusal: { title: 'Der Server hat etwas anderes gespeichert.', current: change },
      },
    ]);
  });

  it('may be stored in the server’s spelling', async () => {
    deliver.mockImplementationOnce((sent) => Promise.resolve({ ...recordOf(sent)!, note: 'Müsli' }));
    expect(await outbox.submit(entry('a', { note: ' Mu\u0308sli\r\n' }))).toMatchObject({
      state: 'confirmed',
    });
  });

  it('asks for help if the server refuses it, holds back nobody, and goes out corrected', async () => {
    deliver.mockRejectedValueOnce(refusal());
    expect(await outbox.submit(entry('a'))).toMatchObject({ state: 'refused', problem: { code: 'invalid' } });
    expect(waiting()).toMatchObject([{ state: 'needs_help', refusal: { title: 'Bitte prüfen.' } }]);
    await outbox.submit(entry('b'));
    expect(await outbox.submit(entry('a', { minutes: 45 }))).toMatchObject({ state: 'confirmed' });
    expect(device.brought).toEqual(['a', 'b', 'a']);
    expect(waiting()).toEqual([]);
  });

  it('that the server chokes on keeps no other from going out', async () => {
    deliver.mockImplementation((sent) =>
      sent.id === 'a'
        ? Promise.reject(new Problem({ status: 500, code: 'x', title: 'x' }))
        : Promise.resolve(recordOf(sent)),
    );
    await outbox.submit(entry('a'));
    await outbox.submit(entry('b'));
    await allSent();
    expect(waiting().map(({ id }) => id)).toEqual(['a']);
  });

  it('can be tried once more as it is', async () => {
    deliver.mockRejectedValueOnce(refusal());
    await outbox.submit(entry('a'));
    const [stuck] = waiting();
    expect(await outbox.retry(stuck!.rowId)).toMatchObject({ state: 'confirmed' });
    expect(waiting()).toEqual([]);
  });
});

describe('taking back', () => {
  it('forgets what was refused', async () => {
    deliver.mockRejectedValueOnce(refusal());
    await outbox.submit(entry('a'));
    await outbox.withdraw('a');
    expect(waiting()).toEqual([]);
    expect(device.brought).toEqual(['a']);
  });

  it('also reaches the server if the entry may have arrived there', async () => {
    deliver.mockRejectedValueOnce(unreachable()).mockRejectedValueOnce(unreachable());
    await outbox.submit(entry('a'));
    await outbox.withdraw('a');
    await allSent();
    expect(device.brought.at(-1)).toBe('a back');
    expect(waiting()).toEqual([]);
  });

  it('keeps it from leaving, before the server knows of it', async () => {
    device.signedInAccount.mockImplementationOnce(async () => {
      await outbox.withdraw('a');
      return 'mira';
    });
    await outbox.submit(entry('a'));
    await allSent();
    expect(device.brought).toEqual([]);
    expect(waiting()).toEqual([]);
  });

  it.each(['before', 'in the moment of'])('deletes it on the server as well %s the answer', async (when) => {
    let withdrawing: Promise<boolean> | undefined;
    deliver.mockImplementationOnce(async (sent) => {
      const answer = Promise.resolve(recordOf(sent));
      withdrawing = answer.then(() => outbox.withdraw('a'));
      if (when === 'before') await withdrawing;
      return answer;
    });
    await outbox.submit(entry('a'));
    expect(await withdrawing).toBe(true);
    await allSent();
    expect(device.brought).toEqual(['a', 'a back']);
    expect(waiting()).toEqual([]);
  });

  it('says so if the entry has just been confirmed, so that it can be deleted like any other', async () => {
    await outbox.submit(entry('a'));
    expect(await outbox.withdraw('a')).toBe(false);
  });

  it.each([
    ['gets no answer', unreachable()],
    ['is refused', refusal()],
  ])('is not forgotten when the sending %s', async (_, problem) => {
    deliver.mockImplementationOnce(async () => {
      await outbox.withdraw('a');
      throw problem;
    });
    await outbox.submit(entry('a'));
    await allSent();
    expect(device.brought.at(-1)).toBe('a back');
    expect(waiting()).toEqual([]);
  });
});

describe('a corrected entry', () => {
  it('is another row, and goes out alone if the first never left', async () => {
    device.account = null;
    await outbox.submit(entry('a'));
    await outbox.submit(entry('a', { minutes: 45 }));
    expect(waiting()).toMatchObject([{ id: 'a', body: { minutes: 45 } }]);
    device.account = 'mira';
    await allSent();
    expect(deliver.mock.calls.map(([{ body }]) => 'minutes' in body && body.minutes)).toEqual([45]);
    expect(waiting()).toEqual([]);
  });

  it('changes what the first has stored meanwhile, from its version on', async () => {
    deliver.mockImplementationOnce(async (sent) => {
      await outbox.keep(entry('a', { minutes: 50 }));
      return recordOf(sent);
    });
    await outbox.submit(entry('a'));
    await allSent();
    expect(deliver.mock.calls.at(-1)?.[0]).toMatchObject({
      kind: 'activity_change',
      body: { id: 'a', version: 1, changes: { minutes: 50 } },
    });
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
    deliver.mockImplementation((one) => Promise.resolve({ ...recordOf(one), version: 7 } as Trial));
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
    await allSent();
    expect(sent().map(([id]) => id)).toEqual(['a', 'a', 'c', 'a', 'b']);
    expect(waiting()).toEqual([]);
  });

  it('typed anew while the first value is on its way go on from its version', async () => {
    deliver.mockImplementationOnce(async (one) => {
      await outbox.keep(trial('a', 'kim', 101, 3));
      return { ...recordOf(one), version: 4 } as Trial;
    });
    await outbox.submit(trial('a', 'kim', 100, 3));
    await allSent();
    expect(sent()).toEqual([
      ['a', 100, 3],
      ['a', 101, 4],
    ]);
  });

  it('are taken away on the server, too, and that waits for the network', async () => {
    deliver.mockRejectedValueOnce(unreachable());
    await outbox.remove(trial('a', 'kim', 100, 3));
    await allSent();
    expect(sent()).toEqual([
      ['a', 100, 3, 'taken back'],
      ['a', 100, 3, 'taken back'],
    ]);
    expect(waiting()).toEqual([]);
  });
});

describe('ticks on a list', () => {
  const tick = (id: string, state: 'present' | 'absent' | null, version: number) => ({
    id,
    kind: 'attendance' as const,
    body: {
      trainingId: 't',
      marks: [{ registrationId: 'kim', sessionId: 's', state, minutes: null, version }],
    },
    summary: id,
  });

  it('go on from it, too, where the list they were made from did not know of it yet', async () => {
    await outbox.submit(tick('one', 'absent', 0));
    await outbox.submit(tick('two', null, 0));
    expect(deliver.mock.calls.map(([{ body }]) => 'marks' in body && body.marks[0]?.version)).toEqual([0, 1]);
  });

  it('go on from the version that the tick before has brought about', async () => {
    deliver.mockImplementationOnce(async (one) => {
      await outbox.keep(tick('b', 'absent', 0));
      return recordOf(one);
    });
    await outbox.submit(tick('a', 'present', 0));
    await allSent();
    expect(deliver.mock.calls.map(([{ body }]) => 'marks' in body && body.marks[0]?.version)).toEqual([0, 1]);
    expect(waiting()).toEqual([]);
  });
});

it('tells at once where a browser keeps nothing', async () => {
  jest.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const other = await device.open(await identity('mira'));
  expect(other.getSnapshot()).toMatchObject({ loaded: true, lasting: false });
  deliver.mockRejectedValueOnce(unreachable());
  await other.submit(entry('a'));
  await other.flush({ hurry: true });
  expect([other.getSnapshot().entries, device.brought]).toEqual([[], ['a', 'a']]);
});
