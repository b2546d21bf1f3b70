/** The fields of `values` that differ from `base`; all of them without a base. Compares plain values. */
export function changedFields<Values extends object>(
  base: Partial<Values> | null,
  values: Values,
): Partial<Values> {
  const changed = namesOf(values).filter((name) => base?.[name] !== values[name]);
  return pick(values, changed);
}

/** Only the named fields. */
export function pick<Values extends object>(
  values: Values,
  names: readonly (keyof Values)[],
): Partial<Values> {
  const picked: Partial<Values> = {};
  for (const name of names) picked[name] = values[name];
  return picked;
}

/** The names of an object's own fields, typed. */
export function namesOf<Values extends object>(values: Values): (keyof Values & string)[] {
  return Object.keys(values) as (keyof Values & string)[];
}
