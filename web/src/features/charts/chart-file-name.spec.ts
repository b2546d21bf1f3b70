import { expect, test } from '@jest/globals';
import { chartFileName } from './chart-file-name.js';

test('a file bears the title of its chart and the day, in plain letters', () => {
  expect(chartFileName('Aktivitäten je Woche', '2026-11-23', 'png')).toBe(
    'olympia-ruft_aktivitaeten-je-woche_2026-11-23.png',
  );
  expect(chartFileName('Größe: Café & „Straße“ (20 m)', '2026-11-23', 'csv')).toBe(
    'olympia-ruft_groesse-cafe-strasse-20-m_2026-11-23.csv',
  );
});
