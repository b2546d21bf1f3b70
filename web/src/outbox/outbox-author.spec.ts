import { beforeEach, describe, expect, it } from '@jest/globals';
import { OTHER_PERSON } from '../api/author';
import { Problem } from '../api/problem';
import type { Identity } from './identity';
import { Device, entry, identity, recordOf, sealingPair } from './outbox-bench';

/** Nothing is sent as anybody but the one who wrote it. */

let device: Device;
let mira: Identity;
beforeEach(async () => {
  device = new Device();
  mira = await identity('mira');
});
const hurry = { hurry: true };

describe('somebody else signing in, in another window', () => {
  it('in the middle of a round lets nothing be sent as theirs: the rest goes out sealed', async () => {
    device.sealingKey = (await sealingPair()).sealing;
    device.offline();
    const outbox = await device.open(mira);
    for (const id of ['a', 'b', 'c']) await outbox.submit(entry(id));
    device.online();
    device.deliver.mockClear();
    device.signedInAccount.mockClear();
    device.deliver.mockImplementationOnce((sent) => {
      device.account = 'jo';
      return Promise.resolve(recordOf(sent));
    });
    // As the server answers to an author who is not the one who is signed in.
    device.deliver.mockRejectedValueOnce(new Problem({ status: 409, code: OTHER_PERSON, title: 'Jo' }));
    await outbox.flush(hurry);
    await outbox.flush(hurry);
    expect(device.deliver.mock.calls.map(([{ id }, author]) => `${id} of ${author}`)).toEqual([
      ...['a of mira', 'b of mira'],
    ]);
    expect(device.deliverSealed.mock.calls).toHaveLength(2);
    expect(outbox.getSnapshot()).toMatchObject({ entries: [], foreign: { count: 0 } });
  });

  it('is asked about once a round, however much waits', async () => {
    device.offline();
    const outbox = await device.open(mira);
    for (const id of ['a', 'b', 'c']) await outbox.submit(entry(id));
    device.online();
    device.signedInAccount.mockClear();
    await outbox.flush(hurry);
    expect(outbox.getSnapshot().entries).toEqual([]);
    expect(device.signedInAccount).toHaveBeenCalledTimes(1);
  });
});

describe('an author whose house is not theirs any more', () => {
  const gone = (code: string) =>
    new Problem({ status: code === 'forbidden' ? 403 : 404, code, title: 'Weg' });

  it.each(['not_found', 'forbidden'])(
    'has their entries brought sealed, to where they belong today (%s)',
    async (code) => {
      device.sealingKey = (await sealingPair()).sealing;
      device.deliver.mockRejectedValue(gone(code));
      device.deliverSealed.mockResolvedValue({ held: true });
      const outbox = await device.open(mira);
      expect(await outbox.submit(entry('a'))).toEqual({ state: 'arrived', held: true });
      expect([device.deliver, device.deliverSealed].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
      expect(outbox.getSnapshot().entries).toEqual([]);
    },
  );

  it('is asked for help where the server knows no place for it either', async () => {
    device.sealingKey = (await sealingPair()).sealing;
    device.deliver.mockRejectedValue(gone('not_found'));
    device.deliverSealed.mockRejectedValue(gone('not_found'));
    const outbox = await device.open(mira);
    await outbox.submit(entry('a'));
    await outbox.flush(hurry);
    expect(outbox.getSnapshot().entries).toMatchObject([{ state: 'needs_help', refusal: { title: 'Weg' } }]);
    await outbox.flush(hurry);
    expect(device.deliverSealed).toHaveBeenCalledTimes(1);
  });

  it('still hears what is wrong with a change: only they could mend it', async () => {
    device.sealingKey = (await sealingPair()).sealing;
    device.deliver.mockRejectedValue(gone('not_found'));
    const outbox = await device.open(mira);
    const body = { id: 'a', version: 1, changes: { minutes: 30 }, base: { minutes: 20 } };
    const change = { id: 'a', kind: 'activity_change' as const, body, summary: 'Länger' };
    expect(await outbox.submit(change)).toMatchObject({ state: 'refused' });
    expect(device.deliverSealed).not.toHaveBeenCalled();
  });
});
