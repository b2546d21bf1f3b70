import type { EntryOf, OutboxEntry, Outcome } from '../../outbox/entry';
import { outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';

type Change = EntryOf<'activity_change'>;

/** What waits on this device to be changed about an activity, oldest first: changes build on each other. */
export function changesOf(id: string, entries: readonly OutboxEntry[]): Change[] {
  return entries.filter(
    (entry): entry is Change => entry.kind === 'activity_change' && entry.id === id && !entry.withdrawn,
  );
}

export const isRefused = ({ state }: OutboxEntry): boolean => state === 'needs_help';

/** Hands in a change; those that were refused before go once this one is kept, for it says what came of them. */
export async function submitChange(
  draft: Pick<Change, 'id' | 'body' | 'summary'>,
): Promise<Outcome<'activity_change'>> {
  const refused = changesOf(draft.id, outbox.getSnapshot().entries).filter(isRefused);
  const outcome = await outbox.submit({ ...draft, kind: 'activity_change' });
  for (const { rowId } of refused) await outbox.withdraw(rowId);
  return outcome;
}

/** The deletion has not arrived yet, or nobody knows: a change of nothing follows it. */
export async function keepActivity({ id, version }: { id: string; version: number }): Promise<void> {
  const body = { id, version, changes: {}, base: {} };
  const outcome = await submitChange({ id, body, summary: texts.activities.mine.notRemoved });
  if (outcome.state === 'refused') throw outcome.problem;
}
