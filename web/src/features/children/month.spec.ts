import { describe, expect, test } from '@jest/globals';
import { formatMonthNumber, readMonth } from './month';

describe('a month', () => {
  test.each(['05.2021', '5.2021', '05/2021', '5 2021', '052021', '2021-05', ' 05.2021 '])(
    'is read from %p',
    (typed) => {
      expect(readMonth(typed)).toBe('2021-05');
    },
  );
  test.each(['13.2021', '0.2021', '2021', 'Mai', '03.05.2021', '5.21'])('is not read from %p', (typed) => {
    expect(readMonth(typed)).toBeUndefined();
  });
  test('is none in an empty field, and written as people read it', () => {
    expect(readMonth(' ')).toBeNull();
    expect(formatMonthNumber('2021-05')).toBe('05.2021');
  });
});
