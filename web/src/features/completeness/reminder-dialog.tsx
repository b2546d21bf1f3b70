import { Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../../api/problem';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { QueryView } from '../../ui/query-view';
import { FormProblem } from '../../ui/server-form';
import { previewQuery, type ReminderPreview, useRemind } from './queries';
import { ReminderList } from './reminder-list';

const words = texts.completeness.reminder;
const NOTE_LETTERS = 500;
const TYPING_PAUSE = 500;
const SENDING = ['reminders', 'send'];

interface ReminderDialogProps {
  institutionIds: readonly string[];
  onDone: () => void;
}

/** Who gets the letter, who cannot, and what it says; then one button. */
export function ReminderDialog({ institutionIds, onDone }: ReminderDialogProps) {
  const [note, setNote] = useState('');
  const [said] = useDebouncedValue(note.trim(), TYPING_PAUSE);
  const preview = useQuery(previewQuery(institutionIds, said));
  return (
    <QueryView query={preview}>
      {(shown) => (
        <Stack gap="md">
          <ReminderList houses={shown.items} />
          {shown.letter && (
            <>
              <Textarea
                label={words.note}
                description={words.noteHint}
                autosize
                minRows={2}
                maxLength={NOTE_LETTERS}
                value={note}
                onChange={({ currentTarget }) => setNote(currentTarget.value)}
              />
              <Letter preview={shown} letter={shown.letter} />
            </>
          )}
          <Send preview={shown} note={note.trim()} onDone={onDone} />
        </Stack>
      )}
    </QueryView>
  );
}

interface LetterProps {
  preview: ReminderPreview;
  letter: NonNullable<ReminderPreview['letter']>;
}

function Letter({ preview, letter }: LetterProps) {
  const first = preview.items.find(({ state }) => state === 'ready');
  return (
    <div>
      <Text fw={600}>{words.letter}</Text>
      {first && (
        <Text size="sm" c="dimmed" mb="xs">
          {words.letterOf(first.name)}
        </Text>
      )}
      <Paper withBorder radius="md" p="md">
        <Text size="sm" fw={600} mb="xs">
          {words.subject}: {letter.subject}
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {letter.text}
        </Text>
      </Paper>
    </div>
  );
}

function Send({ preview, note, onDone }: { preview: ReminderPreview; note: string; onDone: () => void }) {
  const remind = useRemind();
  const queries = useQueryClient();
  const ids = preview.items
    .filter(({ state }) => state === 'ready')
    .map(({ institutionId }) => institutionId);
  const sending = useMutation({
    mutationKey: SENDING,
    mutationFn: () => remind(ids, note),
    onSuccess: ({ items, mailing }) => {
      const count = items.filter(({ state }) => state === 'ready').length;
      announce(mailing ? words.sent(count) : words.waiting(count));
      onDone();
    },
  });
  /** The second press of a double click comes before the button is at rest. */
  const send = () => queries.isMutating({ mutationKey: SENDING }) === 0 && sending.mutate();
  return (
    <>
      {sending.isError && <FormProblem problem={asProblem(sending.error)} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onDone}>
          {texts.common.cancel}
        </Button>
        {ids.length > 0 && (
          <Button loading={sending.isPending} onClick={send}>
            {words.send(ids.length)}
          </Button>
        )}
      </Group>
    </>
  );
}
