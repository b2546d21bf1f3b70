import { Badge, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { HeldEntry } from '../../api/types';
import type { OutboxKind } from '../../outbox/entry';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatDate, formatInstant, formatWeekday } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { ownHeldQuery } from './queries';

const words = texts.waiting.held;

/** Own entries that have arrived and that the lead of the house has to confirm, and what became of the latest. */
export function HeldPanel() {
  const held = useQuery(ownHeldQuery).data ?? [];
  if (held.length === 0) return null;
  return (
    <Panel title={words.title}>
      <Stack gap="md">
        <Text>{words.intro}</Text>
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {held.map((entry) => (
            <Held key={entry.id} entry={entry} />
          ))}
        </Stack>
      </Stack>
    </Panel>
  );
}

function Held({ entry }: { entry: HeldEntry }) {
  const { kind, names, notedAt, reason, problem, settledAt, outcome } = entry;
  const day = proposedDay(entry);
  return (
    <Paper component="li" withBorder radius="md" p="md">
      <Stack gap={4}>
        <Badge variant="light" color="gray" tt="none" fw={600}>
          {texts.waiting.kinds[kind as OutboxKind]}
        </Badge>
        <Text fw={600}>{Object.values(names).join(' · ') || entry.institutionName}</Text>
        <Text size="sm" c="dimmed">
          {texts.waiting.notedAt(formatInstant(notedAt))}
        </Text>
        {settledAt === null ? (
          <Text size="sm">{wordFor(words.reasons, reason)}</Text>
        ) : (
          <Text size="sm">
            {outcome === 'confirmed'
              ? words.confirmed(formatInstant(settledAt))
              : words.discarded(formatInstant(settledAt))}
          </Text>
        )}
        {settledAt === null && problem && <Text size="sm">{words.server(problem.title)}</Text>}
        {settledAt === null && day && (
          <Text size="sm">{words.meant(`${formatWeekday(day)}, ${formatDate(day)}`)}</Text>
        )}
      </Stack>
    </Paper>
  );
}

/** The day that the server takes for the right one, where the device's clock was wrong. */
function proposedDay({ proposed }: HeldEntry): string | null {
  const day = proposed?.['heldOn'];
  return typeof day === 'string' ? day : null;
}
