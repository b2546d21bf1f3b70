import { field, type FieldOptions } from './fields.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
// A clock may stand wrong by years; what lies beyond is no clock.
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** An instant, ISO 8601 with its zone, as a device's clock shows it. */
export function InstantField(options: FieldOptions): PropertyDecorator {
  return field(
    options,
    { type: 'string', format: 'date-time' },
    (value) => typeof value === 'string' && INSTANT.test(value) && isOfAClock(new Date(value)),
    'bitte einen Zeitpunkt wie 2026-11-23T09:30:00Z angeben.',
  );
}

function isOfAClock(instant: Date): boolean {
  const year = instant.getUTCFullYear();
  return year >= FIRST_YEAR && year < LAST_YEAR;
}
