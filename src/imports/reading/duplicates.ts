/**
 * Rows of one file that mean the same thing.
 * @param keys for each row, everything that identifies it
 * @returns for each row the first other row (by index) with which it shares a key, or null
 */
export function duplicatesOf(keys: string[][]): (number | null)[] {
  const owners = new Map<string, { first: number; second: number | null }>();
  keys.forEach((own, i) => {
    for (const key of new Set(own)) {
      const owner = owners.get(key);
      if (!owner) owners.set(key, { first: i, second: null });
      else owner.second ??= i;
    }
  });
  return keys.map((own, i) => {
    const others = own.flatMap((key) => {
      const owner = owners.get(key);
      const other = owner?.first === i ? owner.second : owner?.first;
      return other ?? [];
    });
    return others.length === 0 ? null : Math.min(...others);
  });
}
