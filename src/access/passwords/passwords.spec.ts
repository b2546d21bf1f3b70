import { describe, expect, test } from '@jest/globals';
import { hashPassword, verifyAgainstNothing, verifyPassword } from './passwords.js';

const PASSWORD = 'vier lange Wörter hintereinander';

describe('a password', () => {
  test('is kept as an argon2id hash with a salt of its own', async () => {
    const hashes = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    for (const hash of hashes) {
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
      expect(await verifyPassword(hash, PASSWORD)).toBe(true);
      expect(await verifyPassword(hash, `${PASSWORD} `)).toBe(false);
    }
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  test('is the same however the keyboard composes it', async () => {
    expect(await verifyPassword(await hashPassword(PASSWORD.normalize('NFD')), PASSWORD)).toBe(true);
  });

  test('never fits an account that does not exist', async () => {
    expect(await verifyAgainstNothing('the hash that an unknown account is compared with')).toBe(false);
  });
});

test('four are hashed at once and 24 wait; whoever comes then is told to come back', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => hashPassword(PASSWORD)));
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(12);
  for (const outcome of refused)
    expect(outcome).toMatchObject({ reason: { status: 503, extras: { retryAfter: 2 } } });
});
