import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { OutboxEntry } from '../../outbox/entry';
import { outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { useMinute } from '../../ui/use-minute';
import { keepActivity } from '../activities/submit-change';
import { ChangeConflict } from './change-conflict';
import { ClockQuestion } from './clock-question';
import { adviceFor, helpOf, kindOf, notedWords, placeOf, sentencesOf, stateWords } from './entry-words';
import { useProbableDay } from './use-probable-day';

const words = texts.waiting;

/** One entry that has not arrived: what it is, where it stands, why, and what can be done about it. */
export function EntryCard({ entry }: { entry: OutboxEntry }) {
  const now = useMinute();
  const isStuck = entry.state === 'needs_help';
  return (
    <Paper component="li" withBorder radius="lg" p="md">
      <Stack gap={6}>
        <Group gap="xs">
          <Badge variant="light" color={isStuck ? 'red' : 'gray'} tt="none" fw={600}>
            {kindOf(entry)}
          </Badge>
        </Group>
        <Text fw={600}>{entry.summary}</Text>
        <Text size="sm" c="dimmed">
          {notedWords(entry, now)}
        </Text>
        {isStuck ? (
          <Stuck entry={entry} />
        ) : (
          <>
            <Text size="sm">{stateWords(entry, now)}</Text>
            <Group gap="sm" mt={4}>
              {entry.withdrawn ? <KeepAfterAll entry={entry} /> : <Discard entry={entry} />}
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Stuck({ entry }: { entry: OutboxEntry }) {
  const day = useProbableDay(entry);
  const help = helpOf(entry, day !== null);
  return (
    <>
      <div>
        <Text size="sm">{words.states.needsHelp}</Text>
        {sentencesOf(entry).map((sentence) => (
          <Text key={sentence} size="sm" fw={600} c="var(--mantine-color-error)">
            {sentence}
          </Text>
        ))}
      </div>
      {help === 'clock' ? (
        <ClockQuestion entry={entry} day={day} />
      ) : (
        <Text size="sm">{adviceFor(help, entry)}</Text>
      )}
      <Group gap="sm" mt={4}>
        {help === 'compare' && <ChangeConflict entry={entry} />}
        {help === 'choose_there' && <There entry={entry} label={words.open} />}
        {help === 'correct' && <There entry={entry} label={words.correct} />}
        {(help === 'correct' || help === 'gone') && <Resend entry={entry} />}
        <Discard entry={entry} />
      </Group>
    </>
  );
}

function There({ entry, label }: { entry: OutboxEntry; label: string }) {
  return (
    <Button component={Link} href={placeOf(entry)}>
      {label}
    </Button>
  );
}

function Resend({ entry }: { entry: OutboxEntry }) {
  const [pending, setPending] = useState(false);
  const send = async () => {
    setPending(true);
    try {
      const outcome = await outbox.retry(entry.rowId);
      if (outcome.state === 'refused') announceProblem(outcome.problem);
      else if (outcome.state !== 'waiting') announce(words.resent);
    } finally {
      setPending(false);
    }
  };
  return (
    <Button variant="default" loading={pending} onClick={() => void send()}>
      {words.resend}
    </Button>
  );
}

/** A stored activity that is to be deleted can be kept as long as it is not. */
function KeepAfterAll({ entry }: { entry: OutboxEntry }) {
  if (entry.kind !== 'activity' || entry.body.version === undefined) return null;
  const { id, body } = entry;
  const keep = () => keepActivity({ ...body, id, version: body.version ?? 0 }).catch(announceProblem);
  return (
    <Button variant="default" onClick={() => void keep()}>
      {words.notRemoved}
    </Button>
  );
}

function Discard({ entry }: { entry: OutboxEntry }) {
  const discard = async () => {
    await outbox.withdraw(entry.rowId);
    announce(words.discarded);
  };
  return (
    <ConfirmButton
      label={words.discard}
      ariaLabel={words.discardLabel(entry.summary)}
      variant="default"
      question={words.discardQuestion}
      text={words.discardText(entry.summary)}
      confirmLabel={words.discardYes}
      worksOffline
      onConfirm={discard}
    />
  );
}
