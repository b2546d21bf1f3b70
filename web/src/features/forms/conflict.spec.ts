import { describe, expect, test } from '@jest/globals';
import { changedFields } from './changed-fields';
import { compare } from './conflict';

const read: { version: number; name: string; phone: string; places: number | null } = {
  version: 1,
  name: 'Kita Ahorn',
  phone: '',
  places: null,
};

describe('changed fields', () => {
  test('are those that differ from the base', () => {
    expect(changedFields<typeof read>(read, { ...read, phone: '02323 1', places: 40 })).toEqual({
      phone: '02323 1',
      places: 40,
    });
  });

  test('are none if nothing differs, and all without a base', () => {
    expect(changedFields(read, { ...read })).toEqual({});
    expect(changedFields(null, read)).toEqual(read);
  });
});

describe('a refused form beside what is stored', () => {
  const mine = { ...read, phone: '02323 1' };
  const stored = { ...read, version: 2, name: 'Kita Ahornblatt', phone: '02323 2' };

  test('shows every field in which the two differ, but never the version', () => {
    expect(compare(mine, read, stored).fields).toEqual(['name', 'phone']);
  });

  test('knows which of them the person had left alone', () => {
    expect([...compare(mine, read, stored).untouched]).toEqual(['name']);
  });

  test('without a base takes every difference for the person’s own', () => {
    expect(compare(mine, null, stored).untouched.size).toBe(0);
  });
});
