import type { Child } from './queries';

const names = new Intl.Collator('de', { numeric: true });

/** Children by their groups: the latest year first, then by the groups' names. */
export function byGroup(children: readonly Child[]): Child[][] {
  const groups = new Map<string, Child[]>();
  for (const child of children) groups.set(child.groupId, [...(groups.get(child.groupId) ?? []), child]);
  return [...groups.values()].sort(([a], [b]) =>
    a && b ? b.schoolYear - a.schoolYear || names.compare(a.groupName, b.groupName) : 0,
  );
}
