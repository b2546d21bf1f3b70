import { Alert, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconLock } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ServerForm } from '../../ui/server-form';
import { useSession } from '../session/session';
import { releaseTestDay, type TestDay, useTestDaysChanged } from './queries';

const words = texts.testDays;

/** Says that the head of the school has not released the day yet; the staff enters it here. */
export function ReleasePanel({ day }: { day: TestDay }) {
  return (
    <Alert color="sonne" variant="light" icon={<IconLock aria-hidden />} title={words.day.releaseTitle}>
      <Stack gap="md">
        <Text size="sm">
          {words.day.releaseText} {!day.editable && words.day.releaseByStaff}
        </Text>
        {day.editable && <ReleaseForm day={day} />}
      </Stack>
    </Alert>
  );
}

function ReleaseForm({ day }: { day: TestDay }) {
  const { today } = useSession();
  const changed = useTestDaysChanged();
  const form = useForm({
    initialValues: { releasedOn: today < day.heldOn ? today : day.heldOn, releasedBy: '' },
  });
  const send = async (values: { releasedOn: string; releasedBy: string }) => {
    await releaseTestDay(day, values);
    await changed();
    announce(words.day.released);
  };
  return (
    <ServerForm form={form} send={send} submitLabel={words.day.releaseSave}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="date"
          label={words.form.releasedOn}
          max={day.heldOn}
          {...form.getInputProps('releasedOn')}
        />
        <TextInput
          label={words.form.releasedBy}
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps('releasedBy')}
        />
      </SimpleGrid>
    </ServerForm>
  );
}
