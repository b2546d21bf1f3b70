import { describe, expect, jest, test } from '@jest/globals';
import { AppUpdate } from './app-update';

interface Tab {
  busy: boolean;
  listener: () => void;
  calls: string[];
}

function tab({ busy }: { busy: boolean }) {
  const state: Tab = { busy, listener: () => undefined, calls: [] };
  const update = new AppUpdate({
    skipWaiting: () => state.calls.push('skipWaiting'),
    reload: () => state.calls.push('reload'),
    ifNobodyIsBusy: (work) => {
      if (!state.busy) work();
      return Promise.resolve(!state.busy);
    },
    isBusy: () => state.busy,
    onBusyChange: (listener) => {
      state.listener = listener;
      return () => (state.listener = () => undefined);
    },
  });
  return { update, state };
}

describe('a new version', () => {
  test('waits while something is typed, and is taken when nobody is busy', async () => {
    const { update, state } = tab({ busy: true });
    const heard = jest.fn();
    update.subscribe(heard);
    expect(await update.take()).toBe(false);
    update.found();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(await update.take()).toBe(false);
    state.busy = false;
    expect(await update.take()).toBe(true);
    expect(state.calls).toEqual(['skipWaiting']);
  });

  test('that somebody asked for is taken as soon as no other tab is busy', async () => {
    jest.useFakeTimers();
    const { update, state } = tab({ busy: true });
    update.ask();
    expect(update.getSnapshot()).toBe('none');
    update.found();
    update.ask();
    update.ask();
    expect(update.getSnapshot()).toBe('asked');
    await jest.advanceTimersByTimeAsync(3_000);
    expect(state.calls).toEqual([]);
    state.busy = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(state.calls).toEqual(['skipWaiting']);
    update.takenOver();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(state.calls).toEqual(['skipWaiting', 'reload']);
    jest.useRealTimers();
  });

  test('taken in another tab, reloads this one only when it is free', () => {
    const { update, state } = tab({ busy: true });
    update.takenOver();
    state.listener();
    expect(state.calls).toEqual([]);
    state.busy = false;
    state.listener();
    state.listener();
    expect(state.calls).toEqual(['reload']);
  });
});
