import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Problem, unreachable } from '../api/problem';
import type { Activity, NewActivity } from '../api/types';
import type { OutboxEntry } from './entry';
import { type NewEntry, Outbox } from './outbox';
import { passes } from './senders';
import { openStore } from './store';

const body: NewActivity = {
  institutionId: 'house',
  groupId: 'group',
  heldOn: '2026-11-20',
  focusArea: 'active_learning',
  minutes: 30,
  childrenPresent: 20,
};
const entry = (id: string): NewEntry<'activity'> => ({ id, kind: 'activity', body, summary: id });
const record = ({ id }: OutboxEntry) => ({ id, version: 1 }) as Activity;

const deliver = jest.fn<(entry: OutboxEntry) => Promise<Activity>>();
let account: string;
let outbox: Outbox;

beforeEach(async () => {
  deliver.mockReset().mockImplementation((sent) => Promise.resolve(record(sent)));
  account = 'mira';
  outbox = new Outbox({
    // Node has no IndexedDB: the same fallback as in a browser without.
    store: openStore(),
    deliver,
    signedInAccount: () => Promise.resolve(account),
    passes,
    alone: (work) => work(),
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
    deliver.mockResolvedValueOnce(record({ id: 'other' } as OutboxEntry));
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
