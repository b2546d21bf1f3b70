import { describe, expect, test } from '@jest/globals';
import { type EquityGroup, gapOf } from './gap';
import { gapInWords } from './gap-words';

const group = (title: string, houses: number, part: number, whole: number): EquityGroup => ({
  ...{ key: title, title, value: title, houses, part, whole },
});
const plain = (sentence: string): string => sentence.replaceAll('\u00A0', ' ');

const HIGH = group('hoch belastet', 20, 12, 20);
const LOW = group('niedrig belastet', 20, 18, 20);
const MIDDLE = group('mittel belastet', 10, 8, 10);

describe('the gap', () => {
  test('lies between the group reached least and the one reached most', () => {
    expect(gapOf([LOW, MIDDLE, HIGH])).toEqual({ least: HIGH, most: LOW, few: false });
  });

  test('leaves out small groups, houses without the feature, and single houses', () => {
    const small = group('klein', 4, 4, 4);
    const single = group('einzeln', 1, 0, 1);
    const none = { ...group('ohne Angabe', 30, 1, 30), value: null };
    expect(gapOf([LOW, HIGH, small, single, none])).toEqual({ least: HIGH, most: LOW, few: false });
    expect(gapOf([LOW, small, single])).toEqual({ least: LOW, most: small, few: true });
    expect(gapOf([LOW, single, none])).toBeNull();
    expect(gapOf([LOW, group('leer', 5, 0, 0)])).toBeNull();
  });
});

describe('in words', () => {
  const told = (
    least: EquityGroup,
    most: EquityGroup,
    ...about: [Parameters<typeof gapInWords>[1], Parameters<typeof gapInWords>[2]]
  ): string => plain(gapInWords({ least, most, few: false }, ...about));

  test('names the counts, the difference and the ratio', () => {
    expect(told(HIGH, LOW, 'institutions', 'situation')).toBe(
      'Wo die soziale Lage hoch belastet ist, erreichen wir 12 von 20 Einrichtungen (60 %), wo sie niedrig belastet ist, 18 von 20 (90 %): 30 Prozentpunkte weniger, das 0,67-Fache.',
    );
  });

  test('subtracts what is shown', () => {
    expect(told(group('Wanne', 6, 1, 3), group('Eickel', 6, 2, 3), 'trained', 'district')).toContain(
      'ist 1 von 3 Fachkräften geschult (33 %), im Stadtbezirk Eickel 2 von 3 (67 %): 34 Prozentpunkte weniger',
    );
  });

  test('tells minutes and modules as such', () => {
    const [least, most] = [group('AWO', 9, 420, 10), group('Caritas', 9, 505, 10)];
    expect(told(least, most, 'dose', 'provider')).toMatch(/50,5 .*: 8,5 Minuten weniger, das 0,83-Fache\.$/);
  });

  test('has no ratio to nothing, and no gap between equals', () => {
    expect(told(group('4 bis 6', 5, 0, 5), group('1 bis 3', 5, 5, 5), 'institutions', 'index')).toMatch(
      /: 100 Prozentpunkte weniger\.$/,
    );
    expect(told(HIGH, { ...LOW, part: 12 }, 'institutions', 'situation')).toMatch(/keinen Unterschied/);
  });
});
