import { describe, expect, test } from '@jest/globals';
import { EMOTIKON } from '../../../migrations/data/emotikon-norms.js';
import { MOMO } from '../../../migrations/data/momo-norms.js';
import { ITEMS, PROTOCOLS } from '../../../migrations/data/shipped-batteries.js';
import { readNormFile, UnreadableNorms } from './norm-file.js';
import type { NormTask } from './norm-row.js';

const TASKS: NormTask[] = PROTOCOLS.map((protocol) => {
  const { title, normKey } = ITEMS.find(({ code }) => code === protocol.itemCode)!;
  const { min: minValue, max: maxValue, ...rest } = protocol;
  return {
    ...rest,
    code: protocol.itemCode,
    title,
    normKey,
    minValue,
    maxValue,
    ceiling: protocol.ceiling ?? null,
  };
});

const HEADER = 'item,unit,direction,sex,age_years,L,M,S';
const JUMPS = ['SWS,cm,higher,male,5,1,100,0.15', 'SWS,cm,higher,male,6,1,110,0.15'];
const read = (...lines: string[]): ReturnType<typeof readNormFile> =>
  readNormFile([HEADER, ...lines].join('\n'), TASKS);

describe('a file of norms', () => {
  test.each([
    ['MoMo', MOMO, 733, 8, []],
    ['EMOTIKON', EMOTIKON, 140, 10, ['max_err_pp']],
  ])('as %s comes is good', (_, text, rows, curves, ignored) => {
    const file = readNormFile(text, TASKS);
    expect(file).toMatchObject({ rows, faults: [], ignored });
    expect(file.curves).toHaveLength(curves);
    expect(file.curves.reduce((sum, { points }) => sum + points.length, 0)).toBe(rows);
  });

  test('may name tasks by our code or by the name in norms, and write numbers as Germans do', () => {
    const text = [
      '\uFEFF' + HEADER.replaceAll(',', ';'),
      'standing_long_jump;cm;higher;female;5,5;1,25;98,5;0,15',
      'SWS;cm;higher;female;6;1;105;1,5e-1',
    ].join('\r\n');
    expect(readNormFile(text, TASKS)).toMatchObject({
      faults: [],
      curves: [
        {
          itemCode: 'SWS',
          sex: 'female',
          points: [
            { age: 5.5, l: 1.25, m: 98.5, s: 0.15 },
            { age: 6, l: 1, m: 105, s: 0.15 },
          ],
        },
      ],
    });
  });

  test.each([
    ['item', 'XYZ,cm,higher,male,7,1,100,0.15', 'XYZ', /^eine Aufgabe: EBS, SHH/],
    ['item', 'KIBAZ-1,yes_no,higher,male,7,1,1,0.15', 'KIBAZ-1', /etwas gemessen/],
    ['unit', 'SWS,m,higher,male,7,1,100,0.15', 'm', /^„cm“, wie „Standweitsprung“/],
    ['unit', 'SHH,jumps per 15 s (sum of 2 trials),higher,male,7,1,20,0.2', /sum of 2/, /mean of 2 trials/],
    ['unit', 'SWS,count in 40 s,higher,male,7,1,100,0.15', /count/, /^„cm“/],
    [
      'direction',
      'SWS,cm,lower,male,7,1,100,0.15',
      'lower',
      /„higher“: Bei „Standweitsprung“ ist ein höherer/,
    ],
    ['direction', 'S20,s,higher,male,7,1,4,0.15', 'higher', /niedrigerer/],
    ['direction', 'SWS,cm,,male,7,1,100,0.15', '', /„higher“/],
    ['sex', 'SWS,cm,higher,m,7,1,100,0.15', 'm', /^male oder female$/],
    ['age_years', 'SWS,cm,higher,male,-1,1,100,0.15', '-1', /von 0 bis 25/],
    ['age_years', 'SWS,cm,higher,male,sieben,1,100,0.15', 'sieben', /von 0 bis 25/],
    ['age_years', 'SWS,cm,higher,male,6,1,100,0.15', '6', /über 6: Je Aufgabe und Geschlecht/],
    ['age_years', 'SWS,cm,higher,male,5.5,1,100,0.15', '5.5', /über 6/],
    ['age_years', 'SWS,cm,higher,female,7,1,100,0.15', '', /mindestens zwei/],
    ['L', 'SWS,cm,higher,male,7,NaN,100,0.15', 'NaN', /−100 bis 100/],
    ['L', 'SWS,cm,higher,male,7,1e400,100,0.15', '1e400', /−100 bis 100/],
    ['L', 'SWS,cm,higher,male,7,,100,0.15', '', /−100 bis 100/],
    ['M', 'SWS,cm,higher,male,7,1,0,0.15', '0', /von 5 bis 260/],
    ['M', 'SWS,cm,higher,male,7,1,1.15,0.15', '1.15', /Einheit „cm“/],
    ['M', 'LS,count,higher,male,7,1,0,0.15', '0', /größer als 0/],
    ['M', 'BR,steps,higher,male,7,1,48.5,0.15', '48.5', /von 0 bis 48/],
    ['S', 'SWS,cm,higher,male,7,1,100,0', '0', /über 0/],
    ['S', 'SWS,cm,higher,male,7,1,100,-0.1', '-0.1', /über 0/],
    ['S', 'SWS,cm,higher,male,7,1,100', '', /über 0/],
  ])('says what is wrong with %s in %s', (column, line, value, expected) => {
    expect(read(...JUMPS, line).faults).toEqual([
      {
        row: 4,
        column,
        value: typeof value === 'string' ? value : expect.stringMatching(value),
        expected: expect.stringMatching(expected),
      },
    ]);
  });

  test('has all that is wrong in a row told at once', () => {
    const { faults, curves } = read('SWS,inch,lower,boy,x,y,z,0');
    expect(faults.map(({ column }) => column)).toEqual([
      ...['unit', 'direction', 'sex', 'age_years', 'L', 'M', 'S'],
    ]);
    expect(curves).toEqual([]);
  });

  test.each([
    ['nothing', '', /^Es fehlt die Spalte item, unit/],
    ['another table', 'a,b\n1,2', /Erwartet wird die Kopfzeile item,unit,direction,sex,age_years,L,M,S/],
    ['no S', `${HEADER.slice(0, -2)}\n1`, /^Es fehlt die Spalte S\./],
    ['two L', `${HEADER},L\n1`, /„L“ kommt mehr als einmal/],
    ['only the header', `${HEADER}\n`, /keine Zeilen/],
    ['too many rows', `${HEADER}\n${'SWS\n'.repeat(5001)}`, /5001 Zeilen/],
    ['an open quotation mark', `${HEADER}\n"SWS,cm`, /als Tabelle/],
  ])('is none with %s', (_, text, message) => {
    expect(() => readNormFile(text, TASKS)).toThrow(UnreadableNorms);
    expect(() => readNormFile(text, TASKS)).toThrow(message);
  });
});
