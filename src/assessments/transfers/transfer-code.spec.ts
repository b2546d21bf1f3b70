import { expect, test } from '@jest/globals';
import { newTransferCode, transferCodeHash } from './transfer-code.js';

test('a transfer code has four groups of four readable signs, and is read however it was typed', () => {
  const code = newTransferCode();
  expect(code).toMatch(/^([34679CDFGHJKMNPQRTVWXY]{4}-){3}[34679CDFGHJKMNPQRTVWXY]{4}$/);
  expect(newTransferCode()).not.toBe(code);
  for (const typed of [
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    ` ${code} `,
  ]) {
    expect(transferCodeHash(typed)).toEqual(transferCodeHash(code));
  }
  expect(transferCodeHash(`${code.slice(0, -1)}${code.endsWith('3') ? '4' : '3'}`)).not.toEqual(
    transferCodeHash(code),
  );
});
