import { describe, expect, test } from '@jest/globals';
import type { CatalogueModule } from '../../api/types';
import { matches, type ModuleFilter } from './module-filter';

const module: CatalogueModule = {
  ...{
    id: 'm',
    focusArea: 'active_learning',
    audience: 'children',
    format: 'workshop',
    title: 'Übungen im Flur',
  },
  ...{
    description: 'Große Schritte, kleine Schritte',
    usualMinutes: 60,
    active: true,
    itemCodes: [],
    version: 1,
  },
};
const all: ModuleFilter = { search: '', focusArea: null, audience: null, format: null, retired: false };

describe('the filter of the catalogue', () => {
  test.each(['ubung', 'ÜBUNG', 'grosse schritte', ''])('finds "%s" in title and description', (search) => {
    expect(matches(module, { ...all, search })).toBe(true);
  });

  test.each<Partial<ModuleFilter>>([
    { search: 'turnen' },
    { focusArea: 'global_learning' },
    { audience: 'staff' },
    { format: 'talk' },
    { retired: true },
  ])('leaves it out for %p', (filter) => {
    expect(matches(module, { ...all, ...filter })).toBe(false);
  });
});
