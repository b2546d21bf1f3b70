import { changedFields } from './changed-fields';

/** A form carries the version of the record that it was filled from; null for a new record. */
export interface Versioned {
  version: number | null;
}

export interface Conflict<Values> {
  mine: Values;
  stored: Values;
  /** Fields in which the two differ. */
  fields: (keyof Values & string)[];
  /** Of these, the ones that the person did not touch: there the stored value is the likely one. */
  untouched: ReadonlySet<string>;
}

/** The version that was to be changed, and whose word counts in each field in which the two differed. */
export interface Settled {
  version: number;
  kept: { field: string; chosen: 'own' | 'stored' }[];
}

/** A choice in the form in which the server keeps it. */
export function settledOf<Values extends Versioned>(
  { mine, fields }: Pick<Conflict<Values>, 'mine' | 'fields'>,
  takeStored: readonly (keyof Values & string)[],
): Settled {
  const chosen = (field: keyof Values & string) => (takeStored.includes(field) ? 'stored' : 'own');
  return { version: mine.version ?? 0, kept: fields.map((field) => ({ field, chosen: chosen(field) })) };
}

/** Which fields of a refused form differ from what is stored, and which of them the person had left alone. */
export function compare<Values extends Versioned>(
  mine: Values,
  base: Values | null,
  stored: Values,
): Conflict<Values> {
  const fields = Object.keys(withoutVersion(changedFields(stored, mine))) as (keyof Values & string)[];
  const untouched = new Set(fields.filter((field) => base !== null && base[field] === mine[field]));
  return { mine, stored, fields, untouched };
}

export function withoutVersion<Values extends Versioned>(values: Partial<Values>): Partial<Values> {
  const { version: _, ...rest } = values;
  return rest as Partial<Values>;
}
