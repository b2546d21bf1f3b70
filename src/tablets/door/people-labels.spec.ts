import { describe, expect, test } from '@jest/globals';
import { labelsOf } from './people-labels.js';

describe('people on a shared screen', () => {
  test('are called by their first names', () => {
    expect(labelsOf(['Anna Berg', 'Dr. Bülent Öz', 'Cem'], 'first_names')).toEqual(['Anna', 'Bülent', 'Cem']);
  });

  test('get as many letters more as tell them apart, and nobody else does', () => {
    expect(labelsOf(['Anna Berg', 'Anna Bauer', 'Anna Zeh', 'Ben Zeh'], 'first_names')).toEqual([
      'Anna Be.',
      'Anna Ba.',
      'Anna Z.',
      'Ben',
    ]);
    expect(labelsOf(['Anna Berg', 'Anna Bergmann'], 'first_names')).toEqual(['Anna Berg', 'Anna Bergm.']);
  });

  test('or by initials', () => {
    expect(labelsOf(['Anna Berg', 'Axel Bauer', 'Cem Öz'], 'initials')).toEqual(['ABe', 'ABa', 'CÖ']);
  });

  test('of the very same name are numbered', () => {
    expect(labelsOf(['Anna Berg', 'Anna Berg'], 'first_names')).toEqual(['Anna Berg', 'Anna Berg 2']);
    expect(labelsOf(['Cem', 'Cem'], 'initials')).toEqual(['C', 'C 2']);
  });
});
