import type { Import } from '../../api/types';
import { texts } from '../../texts/de';

const words = texts.imports.mapping;

/** What each column is read as, by the column's place; '' for "not read". */
export type Mapping = Record<string, string>;

export function mappingOf({ columns }: Import): Mapping {
  return Object.fromEntries(columns.map(({ field }, index) => [String(index), field ?? '']));
}

/** As the server takes it: in the order of the columns. */
export function fieldsOf(mapping: Mapping, { columns }: Import): (string | null)[] {
  return columns.map((_, index) => mapping[String(index)] || null);
}

/** A field is read from one column only: assigning it anew takes it from the other one. */
export function assigned(mapping: Mapping, column: string, field: string): Mapping {
  const next: Mapping = {};
  for (const [other, current] of Object.entries(mapping)) {
    next[other] = field !== '' && current === field ? '' : current;
  }
  return { ...next, [column]: field };
}

export function isSameMapping(one: Mapping, other: Mapping): boolean {
  return Object.keys({ ...one, ...other }).every((column) => one[column] === other[column]);
}

/** What a column may be; a field that another column has says so. */
export function optionsFor(mapping: Mapping, column: string, { columns, fields }: Import) {
  const owners = new Map(Object.entries(mapping).map(([owner, field]) => [field, owner]));
  const options = fields.map(({ name, header, required }) => {
    const owner = owners.get(name);
    const label = required ? words.required(header) : header;
    const taken = owner !== undefined && owner !== column;
    return { value: name, label: taken ? words.takenBy(label, columns[Number(owner)]?.header ?? '') : label };
  });
  return [{ value: '', label: words.ignore }, ...options];
}
