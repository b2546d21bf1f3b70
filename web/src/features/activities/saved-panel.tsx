import { Anchor, Button, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconArrowBackUp, IconCheck, IconDeviceMobileCheck, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { api, ifMatch, unwrap } from '../../api/client';
import type { Activity } from '../../api/types';
import type { Outcome } from '../../outbox/entry';
import { outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { useReachable } from '../tablet/use-reachable';
import type { ActivityValues } from './activity-values';

const words = texts.activities.saved;

const MINE = '/meine-eintraege';

/** Below each other on a phone, then equally wide. */
const wide = { base: '100%', xs: 'auto' };

export interface Saved {
  outcome: Exclude<Outcome<'activity'>, { state: 'refused' }>;
  values: ActivityValues;
  summary: string;
}

interface SavedPanelProps {
  saved: Saved;
  onUndone: (values: ActivityValues) => void;
  onAnother: () => void;
}

/** What has just been saved, with a way back and a way on. */
export function SavedPanel({ saved, onUndone, onAnother }: SavedPanelProps) {
  const record = useConfirmedRecord(saved);
  const said = wordsOf(saved, record);
  const isReachable = useReachable();
  const undo = useUndo(saved, record, onUndone);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Paper withBorder radius="lg" p={{ base: 'lg', sm: 'xl' }}>
      <Stack align="center" ta="center" gap="sm" py="md">
        <ThemeIcon
          size={72}
          radius={36}
          variant="light"
          color={said.isStored ? 'wiese' : 'sonne'}
          aria-hidden
        >
          {said.isStored ? <IconCheck size={40} /> : <IconDeviceMobileCheck size={40} />}
        </ThemeIcon>
        <div role="status">
          <Title order={2} fz={24} tabIndex={-1} ref={heading}>
            {said.title}
          </Title>
          <Text mt={6}>{saved.summary}</Text>
          {said.text && (
            <Text mt={6} c="dimmed">
              {said.text}
            </Text>
          )}
        </div>
        <Group justify="center" mt="md" gap="md" w="100%">
          <Button
            size="lg"
            mih={56}
            w={wide}
            leftSection={<IconPlus size={22} aria-hidden />}
            onClick={onAnother}
          >
            {words.another}
          </Button>
          <Button
            size="lg"
            mih={56}
            w={wide}
            variant="default"
            leftSection={<IconArrowBackUp size={22} aria-hidden />}
            loading={undo.isPending}
            onClick={() => undo.mutate()}
          >
            {words.undo}
          </Button>
        </Group>
        {isReachable(MINE) && (
          <Anchor component={Link} href={MINE} mt="xs" py={8}>
            {words.toMine}
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}

/** An entry may be stored, wait here, or (brought sealed, as the session was over) wait for the lead. */
function wordsOf({ outcome }: Saved, record: Activity | null) {
  const { heldTitle, heldText } = texts.keeping;
  if (record || (outcome.state === 'arrived' && !outcome.held)) return { isStored: true, title: words.title };
  if (outcome.state === 'arrived') return { isStored: true, title: heldTitle, text: heldText };
  return { isStored: false, title: words.waitingTitle, text: words.waitingText };
}

/** The stored record; null while the entry still waits for the network. */
function useConfirmedRecord({ outcome, values }: Saved): Activity | null {
  const [record, setRecord] = useState(outcome.state === 'confirmed' ? outcome.record : null);
  useEffect(
    () =>
      outbox.onConfirmed((_, stored) => {
        if (stored?.id === values.id && 'heldOn' in stored) setRecord(stored);
      }),
    [values.id],
  );
  return record;
}

function useUndo({ values }: Saved, record: Activity | null, onUndone: (values: ActivityValues) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      if (!record && (await outbox.withdraw(values.id))) return;
      const path = { id: values.id };
      // Confirmed while the finger was on the button: the record is on the server, but not yet on the screen.
      const stored = record ?? (await unwrap(api.GET('/api/activities/{id}', { params: { path } })));
      await unwrap(api.DELETE('/api/activities/{id}', { params: { path, header: ifMatch(stored) } }));
    },
    onSuccess: async () => {
      announce(words.undone);
      onUndone(values);
      await queries.invalidateQueries({ queryKey: ['activities'] });
    },
    onError: announceProblem,
  });
}
