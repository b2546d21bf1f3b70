import { type Schema, resolved } from '../../support/openapi.js';
import { type Field, type Kind, kindOf, mayBeNull } from './fields.js';

/** JSON as it is sent; some of it no serialiser would write. */
export type RawJson = string;

/** What can be wrong with a value, in the words of the list. */
export type Fault =
  | 'the wrong type'
  | 'no clean text'
  | 'nothing'
  | 'too long'
  | 'out of range'
  | 'no day of the calendar'
  | 'no number'
  | 'no id'
  | 'no address'
  | 'no such choice'
  | 'no such list';

const NO_TEXT: RawJson[] = ['5', 'true', '[]', '["a"]', '{}', '{"a":{"b":1}}'];
const UNCLEAN: RawJson[] = [
  ...['"a\\u0000b"', '"a\\ud800"', '"\\udc00a"', '"a\\u202eb"', '"a\\u2066b"', '"a\\u0007b"', '"a\\u0085b"'],
];
const NO_DAY: RawJson[] = [
  ...[
    '"2023-02-29"',
    '"0000-01-01"',
    '"2026-02-30"',
    '"2026-13-01"',
    '"01.08.2026"',
    '"2026-8-1"',
    '"24:00"',
  ],
  ...['"2026-03-29T02:30"', '"2026-08-01T00:00:00Z"', '"2026-08-01 "', '"today"', '"10000-01-01"', '""'],
];
const NO_ID: RawJson[] = ['"undefined"', '"1"', '"\' or true --"', '"../../x"', '"0000"', '""', '"%00"'];
const NO_NUMBER: RawJson[] = ['"3,5"', '"5"', '""', '[]', '[5]', '{}', 'true', '1e400', '-1e400', '"NaN"'];
const NO_ADDRESS: RawJson[] = [
  ...['"a"', '"a@b"', '"a@b@example.org"', '"a@example.org, b@example.org"', '"<a@example.org>"'],
  ...['"a\\u202eb@example.org"', '"a\\u200b@example.org"', '"a@ex\\u202eample.org"', '"\\ud800@example.org"'],
  ...[
    `"${'x'.repeat(250)}@example.org"`,
    '"a@example.org\\r\\nBcc: b@example.org"',
    '"a\\u0000@example.org"',
  ],
];
const NO_FLAG: RawJson[] = ['"true"', '1', '0', '""', '"ja"', '[]', '{}'];
const NO_LIST: RawJson[] = ['"a"', '""', '5', 'true', '{}', '{"0":{}}', '[5]', '[[]]', '[true]'];
const NO_OBJECT: RawJson[] = ['5', 'true', '"a"', '""', '"{}"', '[]', '["a"]', '[[]]'];
const NO_CHOICE: RawJson[] = ['"unknown"', '"KITA"', '"__proto__"', '"constructor"', '""'];
const TEN_THOUSAND = JSON.stringify('x'.repeat(10_000));

type Faults = Partial<Record<Fault, RawJson[]>>;

const OF_KIND: Record<Kind, (field: Field) => Faults> = {
  text: ({ schema }) => ({
    'the wrong type': NO_TEXT,
    'no clean text': UNCLEAN,
    'too long': tooLong(schema),
    nothing: mayBeNull(schema) ? [] : ['""', ...(isFile(schema) ? [] : ['"   "'])],
    ...(schema.pattern && { 'no such choice': ['"ä?"', '"\'; drop"', '"24:00"', '"\u0661\u0662\u0663"'] }),
  }),
  secret: ({ schema }) => ({
    'the wrong type': NO_TEXT,
    'too long': [TEN_THOUSAND, ...beyond(schema, 'x')],
    nothing: ['""'],
  }),
  date: () => ({ 'the wrong type': [...NO_TEXT, '20260801'], 'no day of the calendar': NO_DAY }),
  id: () => ({ 'the wrong type': NO_TEXT, 'no id': NO_ID }),
  email: () => ({
    'the wrong type': NO_TEXT,
    'no clean text': UNCLEAN,
    'no address': NO_ADDRESS,
    'too long': [TEN_THOUSAND],
  }),
  number: ({ schema }) => ({
    'no number': [...NO_NUMBER, ...(isWhole(schema) ? ['1.5'] : [])],
    'out of range': outside(schema).map(String),
  }),
  flag: () => ({ 'the wrong type': NO_FLAG }),
  choice: () => ({ 'the wrong type': ['5', '[]', '{}', 'true'], 'no such choice': NO_CHOICE }),
  list: ({ schema }) => ({ 'no such list': [...NO_LIST, ...badLists(schema)] }),
  object: () => ({ 'the wrong type': NO_OBJECT }),
};

/** Values that a field must refuse, by what is wrong with them. */
export function faultsOf(field: Field): Faults {
  const faults = OF_KIND[field.kind](field);
  const nulls = mayBeNull(field.schema) ? [] : ['null'];
  return { ...faults, nothing: [...(faults.nothing ?? []), ...nulls] };
}

/** The last values that a field still takes. What else is wrong with them is for other rules to say. */
export function edgesOf({ kind, schema }: Field): RawJson[] {
  const { minimum, maximum, maxLength, pattern } = schema;
  if (kind === 'number') return [minimum, maximum].filter((edge) => edge !== undefined).map(String);
  if (kind === 'text' && maxLength !== undefined && !pattern && maxLength <= 4000)
    return ['x', 'ß', '\u{1f600}'].map((letter) => JSON.stringify(letter.repeat(maxLength)));
  return kind === 'date' ? ['"0001-01-01"', '"1900-01-01"', '"9999-12-31"'] : [];
}

// The text of a file is taken as it is, spaces and all.
const isFile = ({ maxLength = 0 }: Schema): boolean => maxLength > 10_000;

function tooLong(schema: Schema): RawJson[] {
  const long = (schema.maxLength ?? 0) < 10_000 ? [TEN_THOUSAND] : [];
  return [...long, ...beyond(schema, 'x'), ...beyond(schema, '\u{1f600}')];
}

function beyond({ maxLength }: Schema, letter: string): RawJson[] {
  return maxLength === undefined || maxLength > 10_000 ? [] : [JSON.stringify(letter.repeat(maxLength + 1))];
}

const isWhole = ({ type }: Schema): boolean => [type ?? []].flat().includes('integer');

function outside(schema: Schema): number[] {
  const { minimum = 0, maximum = 0 } = schema;
  const step = isWhole(schema) ? 1 : 0.001;
  return [
    minimum - step,
    maximum + step,
    minimum - 10_000_000,
    Math.max(maximum + 2, 10_000_000),
    2 ** 31,
    2 ** 53,
  ];
}

/** A list with something wrong in or about it, though every entry looks like one. */
function badLists({ items = {}, minItems = 0, maxItems }: Schema): RawJson[] {
  const entry = resolved(items);
  const kind = entry.properties ? null : kindOf(entry, '');
  const many =
    maxItems === undefined || maxItems > 2000 ? [] : [`[${new Array(maxItems + 1).fill('{}').join()}]`];
  const few = minItems > 0 ? ['[]'] : [];
  if (kind === 'id') return [...many, ...few, '["1"]', '[null]', `["${ZERO}","${ZERO}"]`];
  if (kind === 'choice') return [...few, '["unknown"]', '[null]', ...twice(entry)];
  return [...many, ...few];
}

const ZERO = '00000000-0000-4000-8000-000000000000';

function twice({ enum: [first] = [] }: Schema): RawJson[] {
  return [JSON.stringify([first, first])];
}

const BAD_TEXT = ['%00', 'a%E2%80%AEb', 'x'.repeat(1_001)];

/** Values, encoded, that a parameter of this kind must refuse. */
export function badFiltersFor(raw: Schema, name: string): string[] {
  const schema = resolved(raw);
  const { enum: choices, minimum = 0, maximum = 0 } = schema;
  const kind = kindOf(schema, name);
  if (kind === 'choice') return ['name;drop', 'unknown', '', '__proto__', `${String(choices![0])}%20`];
  if (kind === 'flag') return ['1', 'ja', '', 'TRUE'];
  if (kind === 'number')
    return [
      ...[minimum - 1, maximum + 1].map(String),
      '1.5e5',
      '3,5',
      '',
      '1e1',
      'abc',
      'NaN',
      '%2B5',
      '0x5',
    ];
  if (kind === 'id') return ['1', 'undefined', '', "'%20or%20true", '%00', '..'];
  if (kind === 'date') return ['2023-02-29', '0000-01-01', '01.08.2026', '', '2026-08-01T00:00', '24:00'];
  if (kind === 'list') return ['unknown', '__proto__', '%00'];
  return [...BAD_TEXT, ''];
}
