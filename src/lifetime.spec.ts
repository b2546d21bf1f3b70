import { describe, expect, it } from '@jest/globals';
import { Lifetime, Stopped } from './lifetime.js';

const recorder = (): { lifetime: Lifetime; ended: string[]; hold: (name: string) => Promise<string> } => {
  const lifetime = new Lifetime();
  const ended: string[] = [];
  const end = (name: string): Promise<void> => Promise.resolve(void ended.push(name));
  return { lifetime, ended, hold: (name) => lifetime.hold(() => Promise.resolve(name), end) };
};

describe('Lifetime', () => {
  it('ends the last first, and each only once', async () => {
    const { lifetime, ended, hold } = recorder();
    await hold('database');
    await hold('application');
    await Promise.all([lifetime.end(), lifetime.end()]);
    expect(ended).toEqual(['application', 'database']);
  });

  it('ends what was only half made when the end came', async () => {
    const { lifetime, ended } = recorder();
    let ready: (value: string) => void = () => undefined;
    const making = new Promise<string>((resolve) => (ready = resolve));
    const holding = lifetime.hold(
      () => making,
      (name) => Promise.resolve(void ended.push(name)),
    );
    const ending = lifetime.end();
    ready('late');
    await expect(holding).rejects.toThrow(Stopped);
    await ending;
    expect(ended).toEqual(['late']);
  });

  it('makes nothing new after the end', async () => {
    const { lifetime, ended, hold } = recorder();
    await lifetime.end();
    await expect(hold('too late')).rejects.toThrow(Stopped);
    expect(ended).toEqual([]);
  });

  it('gives everything its turn before it tells a failure', async () => {
    const { lifetime, ended, hold } = recorder();
    await hold('database');
    const stuck = new Error('stuck');
    await lifetime.hold(
      () => Promise.resolve('application'),
      () => Promise.reject(stuck),
    );
    await expect(lifetime.end()).rejects.toBe(stuck);
    expect(ended).toEqual(['database']);
  });
});
