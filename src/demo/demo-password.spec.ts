import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword, speakablePassword } from './demo-password.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'olympia-password-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('demoPassword', () => {
  it('makes one at the first start and keeps it, closed to others', () => {
    const password = demoPassword(folder, null);
    expect(password).toMatch(/^([a-z]{4}-){4}[a-z]{4}$/);
    expect(demoPassword(folder, null)).toBe(password);
    if (process.platform !== 'win32')
      expect(statSync(join(folder, 'demo-password')).mode & 0o777).toBe(0o600);
  });

  it('takes the one that was chosen and writes it nowhere', () => {
    expect(demoPassword(folder, 'eine gewählte Losung')).toBe('eine gewählte Losung');
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('hardly ever makes the same password twice', () => {
  const made = new Set(Array.from({ length: 1000 }, speakablePassword));
  expect(made.size).toBe(1000);
});
