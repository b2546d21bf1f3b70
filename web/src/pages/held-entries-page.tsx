import { Box, Stack } from '@mantine/core';
import { HeldCard } from '../features/held-entries/held-card';
import { heldEntriesKey, readHeldEntries } from '../features/held-entries/queries';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';
import { PagedView, usePages } from '../ui/paged';
import { Empty } from '../ui/states';

const words = texts.heldEntries;

/** Entries of devices without a network that wait for the lead's word. */
export function HeldEntriesPage() {
  const pages = usePages([...heldEntriesKey, 'list'], readHeldEntries);
  return (
    <Box maw={720}>
      <PageHeader title={words.title} intro={words.intro} />
      <PagedView query={pages} empty={<Empty title={words.emptyTitle}>{words.emptyText}</Empty>}>
        {(entries) => (
          <Stack gap="lg">
            {entries.map((entry) => (
              <HeldCard key={entry.id} entry={entry} />
            ))}
          </Stack>
        )}
      </PagedView>
    </Box>
  );
}
