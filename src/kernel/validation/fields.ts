import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { isEmail, isUUID, ValidateBy, ValidateIf } from 'class-validator';
import { isCalendarDate } from '../calendar/calendar-date.js';
import { isCleanText, letterCount, storedText } from './text-rules.js';

/*
 * One decorator per kind of field. It says three things in one place, so that they cannot drift apart: the class-validator rule, the
 * German sentence of the refusal (which names the field and what is expected), and the OpenAPI schema.
 */

export interface FieldOptions {
  /** The field's name on the screen. */
  label: string;
  /** May be absent. */
  optional?: boolean;
  /** May be null, which empties it. */
  nullable?: boolean;
}

type Schema = ApiPropertyOptions & Record<string, unknown>;

export function field(
  options: FieldOptions,
  schema: Schema,
  isValid: (value: unknown) => boolean,
  expected: string,
): PropertyDecorator {
  const { label, optional = false, nullable = false } = options;
  const describe = (value: unknown): string =>
    value === undefined || value === null ? `${label} fehlt: ${expected}` : `${label}: ${expected}`;
  return applyDecorators(
    ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null)),
    ValidateBy({
      name: 'field',
      validator: { validate: isValid, defaultMessage: (args) => describe(args?.value) },
    }),
    ApiProperty({
      description: label,
      required: !optional,
      ...(nullable && { nullable }),
      ...schema,
    } as ApiPropertyOptions),
  );
}

export interface TextOptions extends FieldOptions {
  max: number;
  /** Line breaks allowed. */
  multiline?: boolean;
  /** A shape beyond the length, and how to put it in words. */
  pattern?: { regex: RegExp; expected: string };
}

/** Text of 1 to `max` letters, stored in NFC without spaces around it. */
export function TextField(options: TextOptions): PropertyDecorator {
  const { max, multiline = false, pattern } = options;
  const isValid = (value: unknown): boolean =>
    typeof value === 'string' &&
    letterCount(value) >= 1 &&
    letterCount(value) <= max &&
    isCleanText(value, multiline) &&
    (!pattern || pattern.regex.test(value));
  const expected = pattern
    ? `bitte ${pattern.expected} angeben.`
    : `bitte 1 bis ${max} Zeichen angeben, ohne unsichtbare Steuerzeichen.`;
  return applyDecorators(
    Transform(({ value }) => emptyAsNull(storedText(value), options)),
    field(
      options,
      { type: 'string', minLength: 1, maxLength: max, ...(pattern && { pattern: pattern.regex.source }) },
      isValid,
      expected,
    ),
  );
}

// A form sends '' for a field that was emptied; where null is allowed, that is what it means.
function emptyAsNull(value: unknown, options: FieldOptions): unknown {
  return value === '' && options.nullable ? null : value;
}

/** The text of a file: as it is, with tabs. @param options.max in bytes of UTF-8, roughly */
export function FileTextField(options: FieldOptions & { max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'string', minLength: 1, maxLength: options.max },
    (value) =>
      typeof value === 'string' &&
      value.length >= 1 &&
      value.length <= options.max &&
      isCleanText(value.replace(/\r\n?|\t/g, '\n'), true),
    'bitte den Inhalt einer Textdatei angeben, ohne unsichtbare Steuerzeichen.',
  );
}

export function EmailField(options: FieldOptions): PropertyDecorator {
  const normalise = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
  return applyDecorators(
    Transform(({ value }) => emptyAsNull(normalise(storedText(value)), options)),
    field(
      options,
      { type: 'string', format: 'email', maxLength: 254 },
      (value) => typeof value === 'string' && value.length <= 254 && isPlainText(value) && isEmail(value),
      'bitte eine E-Mail-Adresse wie name@beispiel.de angeben.',
    ),
  );
}

// Letters that cannot be seen would make two addresses look like one (and isEmail throws on half a surrogate pair).
function isPlainText(value: string): boolean {
  return isCleanText(value, false) && !/\p{Cf}/u.test(value);
}

/** A secret is taken as typed: no trimming, no normalising, only bounded. */
export function SecretField(options: FieldOptions & { max?: number }): PropertyDecorator {
  const max = options.max ?? 128;
  return field(
    options,
    { type: 'string', minLength: 1, maxLength: max },
    (value) =>
      typeof value === 'string' && value.length >= 1 && letterCount(value) <= max && value.isWellFormed(),
    `bitte 1 bis ${max} Zeichen angeben.`,
  );
}

export interface NumberOptions extends FieldOptions {
  min: number;
  max: number;
}

/** A JSON number without fraction; texts such as "30" are refused. */
export function WholeNumberField(options: NumberOptions): PropertyDecorator {
  const { min, max } = options;
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max,
    `bitte eine ganze Zahl von ${min} bis ${max} angeben.`,
  );
}

export function DecimalField(options: NumberOptions): PropertyDecorator {
  const { min, max } = options;
  return field(
    options,
    { type: 'number', minimum: min, maximum: max },
    (value) => typeof value === 'number' && value >= min && value <= max,
    `bitte eine Zahl von ${min.toLocaleString('de-DE')} bis ${max.toLocaleString('de-DE')} angeben.`,
  );
}

export function FlagField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: 'boolean' },
    (value) => typeof value === 'boolean',
    'bitte ja oder nein angeben (true oder false).',
  );
}

/** One of fixed values; `name` makes it a named schema in OpenAPI. */
export function ChoiceField(
  options: FieldOptions & { of: readonly string[]; name?: string },
): PropertyDecorator {
  return field(
    options,
    { type: 'string', enum: [...options.of], ...(options.name && { enumName: options.name }) },
    (value) => typeof value === 'string' && options.of.includes(value),
    `bitte einen dieser Werte angeben: ${options.of.join(', ')}.`,
  );
}

export function DateField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: 'string', format: 'date' },
    isCalendarDate,
    'bitte ein Datum angeben, das es gibt (JJJJ-MM-TT).',
  );
}

export function IdField(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : value) as unknown),
    field(
      options,
      { type: 'string', format: 'uuid' },
      (value) => typeof value === 'string' && isUUID(value, 'all'),
      'bitte eine gültige Kennung (UUID) angeben.',
    ),
  );
}

/** Whole number in a query string, where everything arrives as text. */
export function QueryNumber(options: NumberOptions): PropertyDecorator {
  const digits = (value: unknown): unknown =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return applyDecorators(
    Transform(({ value }) => digits(value)),
    WholeNumberField({ ...options, optional: true }),
  );
}

/** Decimal number in a query string, with a point. */
export function QueryDecimal(options: NumberOptions): PropertyDecorator {
  const decimal = (value: unknown): unknown =>
    typeof value === 'string' && /^-?\d{1,9}(\.\d{1,15})?$/.test(value) ? Number(value) : value;
  return applyDecorators(
    Transform(({ value }) => decimal(value)),
    DecimalField(options),
  );
}

/** `true` or `false` in a query string. */
export function QueryFlag(options: FieldOptions): PropertyDecorator {
  const flags: Record<string, boolean> = { true: true, false: false };
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? (flags[value] ?? value) : value) as unknown),
    FlagField({ ...options, optional: true }),
  );
}

/** A list of short texts, null for "none" at its place. */
export function TextListField(options: FieldOptions & { most: number; max: number }): PropertyDecorator {
  const { most, max } = options;
  const isItem = (item: unknown): boolean =>
    item === null || (typeof item === 'string' && item.length >= 1 && item.length <= max);
  return field(
    options,
    { type: 'array', items: { type: 'string', nullable: true, maxLength: max }, maxItems: most },
    (value) => Array.isArray(value) && value.length <= most && value.every(isItem),
    `bitte eine Liste mit höchstens ${most} Einträgen angeben.`,
  );
}

/** One or more of fixed values, each at most once. */
export function ChoiceListField(options: FieldOptions & { of: readonly string[] }): PropertyDecorator {
  const { of } = options;
  const isValid = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length >= 1 &&
    new Set(value).size === value.length &&
    value.every((item) => typeof item === 'string' && of.includes(item));
  return field(
    options,
    { type: 'array', items: { type: 'string', enum: [...of] }, minItems: 1, uniqueItems: true },
    isValid,
    `bitte mindestens einen dieser Werte angeben, jeden höchstens einmal: ${of.join(', ')}.`,
  );
}

/** Some of fixed values in a query string, separated by commas or repeated; each at most once. */
export function QueryChoices(
  options: FieldOptions & { of: readonly string[]; most: number },
): PropertyDecorator {
  const { of, most } = options;
  const isValid = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length <= most &&
    new Set(value).size === value.length &&
    value.every((item) => typeof item === 'string' && of.includes(item));
  const parts = (value: unknown): unknown => (typeof value === 'string' ? value.split(',') : value);
  return applyDecorators(
    Transform(({ value }) => (Array.isArray(value) ? value.flatMap(parts) : parts(value))),
    field(
      { ...options, optional: true },
      { type: 'array', items: { type: 'string', enum: [...of] }, maxItems: most, uniqueItems: true },
      isValid,
      `bitte höchstens ${most} verschiedene dieser Werte angeben: ${of.join(', ')}.`,
    ),
  );
}

/** Ids, each at most once. */
export function IdListField(options: FieldOptions & { least?: number; most: number }): PropertyDecorator {
  const { least = 0, most } = options;
  const isValid = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length >= least &&
    value.length <= most &&
    new Set(value).size === value.length &&
    value.every((item) => typeof item === 'string' && isUUID(item, 'all'));
  const lowered = (item: unknown): unknown => (typeof item === 'string' ? item.toLowerCase() : item);
  return applyDecorators(
    Transform(({ value }) => (Array.isArray(value) ? value.map(lowered) : value) as unknown),
    field(
      options,
      { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: least, maxItems: most },
      isValid,
      `bitte ${least} bis ${most} gültige Kennungen (UUID) angeben, jede höchstens einmal.`,
    ),
  );
}

/** Short codes of a catalogue, each at most once; whether they exist is for the database to say. */
export function CodeListField(options: FieldOptions & { most: number }): PropertyDecorator {
  const { most } = options;
  const isCode = (item: unknown): boolean => typeof item === 'string' && /^[A-Z][A-Z0-9-]{0,19}$/.test(item);
  const isValid = (value: unknown): boolean =>
    Array.isArray(value) &&
    value.length <= most &&
    new Set(value).size === value.length &&
    value.every(isCode);
  return field(
    options,
    { type: 'array', items: { type: 'string', maxLength: 20 }, maxItems: most, uniqueItems: true },
    isValid,
    `bitte höchstens ${most} Kürzel wie SWS angeben, jedes höchstens einmal.`,
  );
}
