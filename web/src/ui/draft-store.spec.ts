import { describe, expect, it } from '@jest/globals';
import { mergeDraft } from './draft-store';

const initial = { name: '', size: null as number | null, open: false };

describe('a stored draft', () => {
  it('fills the fields that the form still has', () => {
    expect(mergeDraft(initial, { name: 'Bären', size: 20, open: true, gone: 1 })).toEqual({
      name: 'Bären',
      size: 20,
      open: true,
    });
  });

  it('never breaks the form', () => {
    expect(mergeDraft(initial, { name: { first: 'Bären' }, open: 'yes' })).toEqual(initial);
    expect(mergeDraft(initial, 'nonsense')).toBe(initial);
    expect(mergeDraft(initial, null)).toBe(initial);
  });

  it('may empty a field that was filled', () => {
    expect(mergeDraft({ size: 20 }, { size: null })).toEqual({ size: null });
  });
});
