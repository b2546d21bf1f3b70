import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { OutboxEntry } from '../../outbox/entry';
import { outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announceProblem } from '../../ui/announce';
import { type DateString, formatDate, formatWeekday } from '../../ui/format';
import { submitChange } from '../activities/submit-change';
import { placeOf } from './entry-words';
import { notedDayOf } from './use-probable-day';

const words = texts.waiting.clock;

interface ClockQuestionProps {
  entry: OutboxEntry;
  /** What was probably meant; null if nobody can know. */
  day: DateString | null;
}

/** The device's clock was wrong: what was noted, what was probably meant, and one touch to say so. */
export function ClockQuestion({ entry, day }: ClockQuestionProps) {
  const noted = notedDayOf(entry);
  const take = () => {
    if (day) withDay(entry, day)?.catch(announceProblem);
  };
  return (
    <Stack gap="xs">
      <Text size="sm">
        {noted && words.said(inWords(noted))} {day ? words.meant(inWords(day)) : words.unknown}
      </Text>
      <Group gap="sm">
        {day && <Button onClick={take}>{words.take(formatDate(day))}</Button>}
        <Button component={Link} href={placeOf(entry)} variant={day ? 'default' : 'filled'}>
          {words.other}
        </Button>
      </Group>
    </Stack>
  );
}

const inWords = (day: DateString): string => `${formatWeekday(day)}, ${formatDate(day)}`;

/** The same entry on another day, handed in again. */
function withDay({ id, summary, ...entry }: OutboxEntry, heldOn: DateString): Promise<unknown> | undefined {
  const told = `${summary} → ${formatDate(heldOn)}`;
  if (entry.kind === 'activity') {
    return outbox.submit({ id, kind: entry.kind, body: { ...entry.body, heldOn }, summary: told });
  }
  if (entry.kind !== 'activity_change') return undefined;
  const changes = { ...entry.body.changes, heldOn };
  return submitChange({ id, body: { ...entry.body, changes }, summary: told });
}
