/** The value if it is one of the catalogue's. */
export function choiceOf<T extends string>(
  catalogue: Readonly<Record<T, string>>,
  value: string | null,
): T | undefined {
  return value !== null && isKeyOf(catalogue, value) ? value : undefined;
}

/** The catalogue as choices of a select. */
export function optionsOf<T extends string>(catalogue: Readonly<Record<T, string>>) {
  return Object.entries<string>(catalogue).map(([value, label]) => ({ value, label }));
}

function isKeyOf<T extends string>(catalogue: Readonly<Record<T, string>>, value: string): value is T {
  return Object.hasOwn(catalogue, value);
}
