import type { Schema } from '../../support/openapi.js';

/** JSON as it is sent; some of it no serialiser would write. */
export type RawJson = string;

const NO_TEXT: RawJson[] = ['5', 'true', '[]', '["a"]', '{}', '{"a":{"b":1}}'];
const NO_CLEAN_TEXT: RawJson[] = [
  ...['"a\\u0000b"', '"a\\ud800"', '"\\udc00a"', '"a\\u202eb"', '"a\\u2066b"', '"a\\u0007b"', '"a\\u0085b"'],
  JSON.stringify('x'.repeat(10_000)),
];
const NO_DATE: RawJson[] = [
  ...[
    '"2023-02-29"',
    '"0000-01-01"',
    '"2026-02-30"',
    '"2026-13-01"',
    '"01.08.2026"',
    '"2026-8-1"',
    '"24:00"',
  ],
  ...[
    '"2026-03-29T02:30"',
    '"2026-08-01T00:00:00Z"',
    '"2026-08-01 "',
    '"today"',
    '20260801',
    '"10000-01-01"',
  ],
];
const NO_UUID: RawJson[] = ['"undefined"', '"1"', '"\' or true --"', '"../../x"', '"0000"', '""'];
const NO_NUMBER: RawJson[] = ['"3,5"', '"5"', '""', '[]', '[5]', '{}', 'true', '1e400', '-1e400', '"NaN"'];
const NO_EMAIL: RawJson[] = [
  ...[
    '"a"',
    '"a@b"',
    '"a@b@example.org"',
    '"a@example.org, b@example.org"',
    '"a\\u202eb@example.org"',
    '"<a@example.org>"',
  ],
  ...[
    '"a\\u200b@example.org"',
    '"a@ex\\u202eample.org"',
    '"\\ud800@example.org"',
    `"${'x'.repeat(250)}@example.org"`,
  ],
];
const NO_FLAG: RawJson[] = ['"true"', '1', '0', '""', '"ja"', '[]', '{}'];
const NO_LIST: RawJson[] = ['"a"', '""', '5', 'true', '{}', '{"0":{}}', '["a"]', '[5]', '[[]]'];
const NO_CHOICE: RawJson[] = ['"unknown"', '"KITA"', '"__proto__"', '"constructor"', '5', '[]', '{}'];

/** Values that a field of this kind must refuse. */
export function badValuesFor(schema: Schema, name: string): RawJson[] {
  const types = [schema.type ?? []].flat();
  const nothing = types.includes('null') ? [] : ['null'];
  if (schema.enum) return [...NO_CHOICE, ...nothing];
  if (types.includes('array')) return [...NO_LIST, ...nothing];
  if (types.includes('boolean')) return [...NO_FLAG, ...nothing];
  if (types.includes('integer')) return [...NO_NUMBER, '1.5', ...outside(schema), ...nothing];
  if (types.includes('number')) return [...NO_NUMBER, ...outside(schema), ...nothing];
  if (schema.format === 'date') return [...NO_DATE, ...NO_TEXT, ...nothing];
  if (schema.format === 'uuid') return [...NO_UUID, ...NO_TEXT, ...nothing];
  if (schema.format === 'email') return [...NO_EMAIL, ...NO_CLEAN_TEXT, ...NO_TEXT, ...nothing];
  return [...textFaults(name), ...NO_TEXT, ...nothing];
}

// A password is taken as it is typed, whatever its signs.
function textFaults(name: string): RawJson[] {
  return name === 'password' ? NO_CLEAN_TEXT.slice(-1) : NO_CLEAN_TEXT;
}

function outside({ minimum = 0, maximum = 0 }: Schema): RawJson[] {
  return [minimum - 1, maximum + 1, Math.max(maximum + 2, 10_000_000)].map(String);
}

const BAD_QUERY_TEXT = ['%00', 'a%E2%80%AEb', 'x'.repeat(1_001), ''];

/** Values, encoded, that a parameter of this kind must refuse. */
export function badQueryFor({ type, format, enum: choices, minimum, maximum }: Schema): string[] {
  if (choices) return ['name;drop', 'unknown', '', '__proto__', `${String(choices[0])}%20`];
  if (type === 'boolean') return ['1', 'ja', '', 'TRUE'];
  if (type === 'integer')
    return [
      String((minimum ?? 0) - 1),
      String((maximum ?? 0) + 1),
      '1.5',
      '3,5',
      '',
      '1e1',
      'abc',
      'NaN',
      '%2B5',
    ];
  if (format === 'uuid') return ['1', 'undefined', '', "'%20or%20true", '%00'];
  if (format === 'date') return ['2023-02-29', '0000-01-01', '01.08.2026', '', '2026-08-01T00:00'];
  return BAD_QUERY_TEXT;
}
