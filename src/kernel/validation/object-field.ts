import { field, type FieldOptions } from './fields.js';

/** A JSON object whose fields somebody else checks, by what it turns out to be about. */
export function ObjectField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: 'object', additionalProperties: true },
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'bitte ein JSON-Objekt mit den Angaben angeben.',
  );
}
