/** Turns the flag `archived` of a change into the column that says since when. */
export function withArchivedAt<T extends { archived?: boolean }>(
  { archived, ...changes }: T,
  now: Date,
): Omit<T, 'archived'> & { archivedAt?: Date | null } {
  return archived === undefined ? changes : { ...changes, archivedAt: archived ? now : null };
}
