import { Button, Drawer, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { texts } from '../texts/de';
import type { OutboxEntry } from './entry';
import { outbox, useOutbox } from './use-outbox';

const words = texts.outbox;

interface OutboxDrawerProps {
  opened: boolean;
  onClose: () => void;
}

/** The entries that have not arrived yet, and what can be done with each. */
export function OutboxDrawer({ opened, onClose }: OutboxDrawerProps) {
  const { entries, sending } = useOutbox();
  return (
    <Drawer opened={opened} onClose={onClose} position="right" title={words.title}>
      <Stack gap="md">
        <Text c="dimmed">{words.intro}</Text>
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {entries.map((entry) => (
            <WaitingEntry key={entry.id} entry={entry} onLeave={onClose} />
          ))}
        </Stack>
        {entries.some(({ state }) => state !== 'needs_help') && (
          <Button loading={sending} onClick={() => void outbox.flush({ hurry: true })}>
            {words.sendNow}
          </Button>
        )}
      </Stack>
    </Drawer>
  );
}

function WaitingEntry({ entry, onLeave }: { entry: OutboxEntry; onLeave: () => void }) {
  const [asking, setAsking] = useState(false);
  const stuck = entry.state === 'needs_help';
  return (
    <Paper component="li" withBorder radius="md" p="md">
      <Stack gap="xs">
        <Text fw={600}>{entry.summary}</Text>
        {stuck ? <Refusal entry={entry} /> : <Text size="sm">{words.stateWaiting}</Text>}
        {asking && <Text size="sm">{words.discardQuestion}</Text>}
        <Group gap="xs">
          {asking ? (
            <>
              <Button color="red" onClick={() => void outbox.withdraw(entry.id)}>
                {words.discardYes}
              </Button>
              <Button variant="default" onClick={() => setAsking(false)}>
                {texts.common.cancel}
              </Button>
            </>
          ) : (
            <>
              {stuck && (
                <Button component={Link} href={whereToCorrect(entry)} onClick={onLeave}>
                  {words.correct}
                </Button>
              )}
              <Button variant="default" onClick={() => setAsking(true)}>
                {words.discard}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

function whereToCorrect({ id, kind, body }: OutboxEntry): string {
  return kind === 'activity'
    ? `/eintragen?haus=${body.institutionId}&berichtigen=${id}`
    : `/testtage/${body.testDayId}/kind/${body.childId}`;
}

function Refusal({ entry }: { entry: OutboxEntry }) {
  const sentences = entry.refusal?.errors.length
    ? entry.refusal.errors.map(({ message }) => message)
    : [entry.refusal?.title];
  return (
    <div>
      <Text size="sm">{words.stateNeedsHelp}</Text>
      {sentences.map((sentence) => (
        <Text key={sentence} size="sm" c="var(--mantine-color-error)">
          {sentence}
        </Text>
      ))}
    </div>
  );
}
