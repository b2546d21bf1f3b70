import { Button, Stack } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import type { OutboxEntry } from '../../outbox/entry';
import { outbox, useOutbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { EntryCard } from './entry-card';

const words = texts.waiting;

/** The own entries that have not arrived, those first that need a person; and a way to try at once. */
export function OwnEntries() {
  const { entries } = useOutbox();
  if (entries.length === 0) return null;
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label={words.own}>
      {stuckFirst(entries).map((entry) => (
        <EntryCard key={entry.rowId} entry={entry} />
      ))}
    </Stack>
  );
}

/** Each group in the order in which it was noted. */
function stuckFirst(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const isStuck = ({ state }: OutboxEntry) => state === 'needs_help';
  return [...entries.filter(isStuck), ...entries.filter((entry) => !isStuck(entry))];
}

/** Asks for another attempt now, whatever the pauses say. */
export function SendNow() {
  const { entries, foreign, sending } = useOutbox();
  const count = entries.filter(({ state }) => state !== 'needs_help').length + foreign.count;
  if (count === 0) return null;
  const send = async () => {
    await outbox.flush({ hurry: true });
    const after = outbox.getSnapshot();
    announce(words.sentSome(after.entries.length + after.foreign.count));
  };
  return (
    <Button
      size="lg"
      loading={sending}
      leftSection={<IconCloudUp size={22} aria-hidden />}
      onClick={() => void send()}
    >
      {words.sendNow}
    </Button>
  );
}
