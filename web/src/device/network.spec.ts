import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Network } from './network';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const networkWith = (answers: boolean[]) => {
  const probe = jest.fn(() => Promise.resolve(answers.shift() ?? false));
  return { network: new Network(probe), probe };
};

describe('whether the server can be reached', () => {
  test('is known from what became of requests', () => {
    const { network } = networkWith([]);
    const heard = jest.fn();
    network.subscribe(heard);
    expect(network.getSnapshot()).toBe(true);
    network.missed();
    network.missed();
    expect(network.getSnapshot()).toBe(false);
    network.reached();
    expect(network.getSnapshot()).toBe(true);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test('is asked again with growing pauses, until there is an answer', async () => {
    const { network, probe } = networkWith([false, false, true]);
    network.missed();
    const pauses: number[] = [];
    for (const pause of [2_000, 4_000, 8_000]) {
      await jest.advanceTimersByTimeAsync(pause - 1);
      const before = probe.mock.calls.length;
      await jest.advanceTimersByTimeAsync(1);
      pauses.push(probe.mock.calls.length - before);
    }
    expect(pauses).toEqual([1, 1, 1]);
    expect(network.getSnapshot()).toBe(true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(probe).toHaveBeenCalledTimes(3);
  });

  test('is not asked more often because many requests fail at once', async () => {
    const { network, probe } = networkWith([true]);
    for (let failed = 0; failed < 5; failed += 1) network.missed();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(probe).toHaveBeenCalledTimes(1);
  });
});
