import { describe, expect, it } from '@jest/globals';
import { newId } from './new-id';

describe('ids made on the device', () => {
  it('are UUIDs of version 7', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('begin with their time and differ within it', () => {
    expect(newId(0x0123456789ab).startsWith('01234567-89ab-7')).toBe(true);
    expect(new Set(Array.from({ length: 1000 }, () => newId(5))).size).toBe(1000);
  });
});
