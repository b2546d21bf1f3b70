import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { AttendanceSheet } from '../../api/types';
import type { EntryOf } from '../../outbox/entry';
import { outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announceProblem } from '../../ui/announce';
import { stateWord } from './tick-words';
import type { Ticks } from './use-ticks';
import type { MarkConflict, Tick } from './waiting-marks';

const words = texts.attendance;

interface MarkQuestionsProps extends Pick<Ticks, 'conflicts' | 'refused'> {
  sheet: AttendanceSheet;
  onSettle: Ticks['settle'];
}

/** What somebody has to say a word about before it can be stored, and what is not asked at a person's own line. */
export function MarkQuestions({ sheet, conflicts, refused, onSettle }: MarkQuestionsProps) {
  if (conflicts.length + refused.length === 0) return null;
  return (
    <Stack gap="sm">
      {conflicts.map((conflict) => (
        <MarkQuestion
          key={`${conflict.entry.rowId}/${conflict.theirs.registrationId}`}
          sheet={sheet}
          conflict={conflict}
          onSettle={(whose) => onSettle(conflict, whose)}
        />
      ))}
      {refused.map((entry) => (
        <Refused key={entry.rowId} entry={entry} />
      ))}
    </Stack>
  );
}

interface ConflictProps {
  sheet: AttendanceSheet;
  conflict: MarkConflict;
  onSettle: (whose: 'mine' | 'theirs') => void;
}

/** Another device was quicker: both marks, and a person chooses. */
export function MarkQuestion({ sheet, conflict: { mine, theirs }, onSettle }: ConflictProps) {
  const name = sheet.people.find(({ id }) => id === mine.registrationId)?.name ?? '';
  return (
    <Question title={words.conflict.title(name)}>
      <Button variant="default" onClick={() => onSettle('theirs')}>
        {words.conflict.theirs(stateWord(theirs.state as Tick['state']))}
      </Button>
      <Button variant="default" onClick={() => onSettle('mine')}>
        {words.conflict.mine(stateWord(mine.state))}
      </Button>
    </Question>
  );
}

function Refused({ entry }: { entry: EntryOf<'attendance'> }) {
  return (
    <Question title={`${entry.summary}. ${entry.refusal?.title ?? words.refused.title}`}>
      <Button variant="default" onClick={() => void outbox.withdraw(entry.rowId).catch(announceProblem)}>
        {words.refused.discard}
      </Button>
    </Question>
  );
}

function Question({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      <Stack gap="sm">
        <Text>{title}</Text>
        <Group gap="sm">{children}</Group>
      </Stack>
    </Alert>
  );
}
