import { describe, expect, test } from '@jest/globals';
import type { Import } from '../../api/types';
import { assigned, fieldsOf, isSameMapping, mappingOf, optionsFor } from './mapping';

const column = (header: string, field: string | null) => ({ header, field, samples: [] });
const draft = {
  columns: [column('Haus', 'name'), column('Wer', null)],
  fields: [
    { name: 'name', header: 'Einrichtung', required: true },
    { name: 'phone', header: 'Telefon', required: false },
  ],
} as unknown as Import;

describe('the columns of a file', () => {
  test('go to the server in their order, and come back as they were', () => {
    expect(mappingOf(draft)).toEqual({ '0': 'name', '1': '' });
    expect(fieldsOf(mappingOf(draft), draft)).toEqual(['name', null]);
  });

  test('never share a field: who gets it takes it from the other', () => {
    const moved = assigned(mappingOf(draft), '1', 'name');
    expect(moved).toEqual({ '0': '', '1': 'name' });
    expect(assigned(moved, '1', '')).toEqual({ '0': '', '1': '' });
    expect(isSameMapping(moved, mappingOf(draft))).toBe(false);
    expect(isSameMapping(assigned(moved, '0', 'name'), mappingOf(draft))).toBe(true);
  });

  test('say which of them has a field now', () => {
    expect(optionsFor(mappingOf(draft), '1', draft).map(({ label }) => label)).toEqual([
      'nicht lesen',
      'Einrichtung * (bisher „Haus“)',
      'Telefon',
    ]);
    expect(optionsFor(mappingOf(draft), '0', draft)[1]?.label).toBe('Einrichtung *');
  });
});
