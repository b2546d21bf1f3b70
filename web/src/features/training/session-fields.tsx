import { Button, Fieldset, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { formatMinutes } from '../../ui/format';
import { NumberField } from '../forms/number-field';
import { minutesOf, nextSession, readSessions, type SessionValues, writeSessions } from './training-values';
import { formatUnits } from './training-words';

const words = texts.training.form;
const UNIT = 45;

interface SessionFieldsProps {
  value: string;
  onChange: (value: string) => void;
}

/** The dates of a training, as many as there are. */
export function SessionFields({ value, onChange }: SessionFieldsProps) {
  const sessions = readSessions(value);
  const set = (next: SessionValues[]) => onChange(writeSessions(next));
  const change = (index: number, fields: Partial<SessionValues>) =>
    set(sessions.map((session, at) => (at === index ? { ...session, ...fields } : session)));
  const minutes = sessions.reduce((sum, session) => sum + minutesOf(session), 0);
  return (
    <Stack gap="md">
      {sessions.map((session, index) => (
        <SessionFieldset
          key={index}
          number={index + 1}
          session={session}
          onChange={(fields) => change(index, fields)}
          onRemove={() => set(sessions.filter((_, at) => at !== index))}
        />
      ))}
      <Group justify="space-between">
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => set([...sessions, nextSession(sessions)])}
        >
          {words.addSession}
        </Button>
        {minutes > 0 && (
          <Text size="sm" c="dimmed" aria-live="polite">
            {words.length(formatMinutes(minutes), formatUnits(minutes / UNIT))}
          </Text>
        )}
      </Group>
    </Stack>
  );
}

interface SessionFieldsetProps {
  number: number;
  session: SessionValues;
  onChange: (fields: Partial<SessionValues>) => void;
  onRemove: () => void;
}

function SessionFieldset({ number, session, onChange, onRemove }: SessionFieldsetProps) {
  const text = (field: 'heldOn' | 'startsAt' | 'endsAt' | 'place') => ({
    value: session[field],
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) =>
      onChange({ [field]: currentTarget.value }),
  });
  return (
    <Fieldset legend={words.sessionLegend(number)} radius="md">
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        <TextInput type="date" label={words.date} {...text('heldOn')} />
        <TextInput type="time" label={words.from} {...text('startsAt')} />
        <TextInput type="time" label={words.to} {...text('endsAt')} />
        <NumberField
          label={words.pause}
          max={600}
          value={session.breakMinutes}
          onChange={(breakMinutes) => onChange({ breakMinutes })}
        />
      </SimpleGrid>
      <Group mt="sm" align="flex-end" gap="sm">
        <TextInput style={{ flex: '1 1 200px' }} label={words.ownPlace} maxLength={200} {...text('place')} />
        <Button variant="subtle" aria-label={words.removeSession(number)} onClick={onRemove}>
          {texts.common.remove}
        </Button>
      </Group>
    </Fieldset>
  );
}
