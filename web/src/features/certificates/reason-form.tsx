import { Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { texts } from '../../texts/de';
import { ServerForm } from '../../ui/server-form';

const words = texts.certificates.training;

interface ReasonFormProps {
  /** What will happen. */
  text: string;
  submitLabel: string;
  send: (reason: string) => Promise<unknown>;
}

/** A step with a certificate that has to be justified. */
export function ReasonForm({ text, submitLabel, send }: ReasonFormProps) {
  const form = useForm({
    mode: 'controlled',
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? words.reasonMissing : null) },
  });
  return (
    <Stack gap="md">
      <Text>{text}</Text>
      <ServerForm form={form} send={({ reason }) => send(reason)} submitLabel={submitLabel}>
        <Textarea
          label={words.reason}
          description={words.reasonHint}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          {...form.getInputProps('reason')}
        />
      </ServerForm>
    </Stack>
  );
}
