import { expect, test } from '@jest/globals';
import { positionIn, positionText } from './position';

test.each([
  '51.54, 7.22',
  '51.54,7.22',
  '51,54 7,22',
  '51,54; 7,22',
  '51,54 / 7,22',
  '51.54° N, 7.22° O',
  'https://www.openstreetmap.org/?mlat=51.54&mlon=7.22#map=17/51.54/7.22',
  'https://www.openstreetmap.org/#map=17/51.54/7.22',
])('%s is a position', (text) => {
  expect(positionIn(text)).toEqual({ latitude: 51.54, longitude: 7.22 });
});

test.each(['', '51.54', 'Herne', '51.54 7.22 9', 'Straße 51, 7'])('%p is none', (text) => {
  expect(positionIn(text)).toBeNull();
});

test('is read again as it is shown', () => {
  const position = { latitude: 51.54899, longitude: 7.22018 };
  expect(positionText(position)).toBe('51,54899 / 7,22018');
  expect(positionIn(positionText(position))).toEqual(position);
  expect(positionText({ latitude: null, longitude: null })).toBe('');
});
