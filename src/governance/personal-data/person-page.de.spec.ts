import { expect, test } from '@jest/globals';
import { personPage, type PersonRow } from './person-page.de.js';

const filled = (key: string, rows: PersonRow[]) => ({
  section: {
    key,
    title: key,
    from: '',
    where: '',
    columns: [[Object.keys(rows[0]!)[0]!, 'Stand', '']] as const,
  },
  rows,
});

test('a code is said in the words of its column, once as a list and several times as a table', () => {
  const talks = filled('talks', [{ state: 'held' }]);
  const arrivals = filled('arrivals', [{ outcome: 'held' }, { outcome: 'withdrawn' }]);
  const page = personPage('Rieke', new Date('2026-11-23T12:00:00Z'), [talks, arrivals]);
  expect(page).toContain('<th scope="row">Stand</th><td>geführt</td>');
  expect(page).toContain('<tr><td>der Leitung vorgelegt</td></tr><tr><td>gelöscht</td></tr>');
});
