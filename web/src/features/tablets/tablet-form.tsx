import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Tablet } from '../../api/types';
import { texts } from '../../texts/de';
import { ServerForm } from '../../ui/server-form';
import { CancelButton } from '../security/cancel-button';

const words = texts.tablets.form;
export type PeopleShown = keyof typeof words.options;

export interface TabletValues {
  name: string;
  peopleShown: PeopleShown;
}

interface TabletFormProps {
  tablet?: Tablet;
  send: (values: TabletValues) => Promise<unknown>;
  submitLabel: string;
  onCancel: () => void;
}

/** What the tablet is called, and how people are on its screen. */
export function TabletForm({ tablet, send, submitLabel, onCancel }: TabletFormProps) {
  const form = useForm<TabletValues>({
    mode: 'uncontrolled',
    initialValues: {
      name: tablet?.name ?? '',
      peopleShown: (tablet?.peopleShown as PeopleShown | undefined) ?? 'first_names',
    },
    validate: { name: (name) => (name.trim() === '' ? words.nameMissing : null) },
  });
  return (
    <ServerForm
      form={form}
      send={send}
      submitLabel={submitLabel}
      actions={<CancelButton onClick={onCancel} />}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={60}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <Radio.Group
        label={words.shown}
        description={words.shownHint}
        key={form.key('peopleShown')}
        {...form.getInputProps('peopleShown')}
      >
        <Stack gap="xs" mt="xs">
          {Object.entries(words.options).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
    </ServerForm>
  );
}
