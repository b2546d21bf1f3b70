import { Button, Checkbox, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Institution, ParticipationRun, ParticipationStep } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import { useSubmit } from '../../ui/use-submit';
import { choiceOf, optionsOf } from '../institutions/catalogue';
import { useHouseChanged } from '../institutions/use-house-changed';
import { useSession } from '../session/session';
import { correctStep } from './queries';

const words = texts.participation;
const { participationStatus } = texts.terms;

interface CorrectionFormProps {
  institution: Institution;
  run: ParticipationRun;
  step: ParticipationStep;
  onSaved: () => void;
}

/** Another day, state or reason in the place of a wrong one, or nothing; the wrong one stays known. */
export function CorrectionForm({ institution, run, step, onSaved }: CorrectionFormProps) {
  const { today } = useSession();
  const changed = useHouseChanged(institution.id);
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      status: choiceOf(participationStatus, step.status) ?? 'requested',
      reachedOn: step.reachedOn,
      reason: step.reason ?? '',
      withdrawn: false,
      correction: '',
    },
    validate: {
      correction: (reason: string) => (reason.trim() === '' ? words.correctionMissing : null),
    },
  });
  const submit = useSubmit(form, async ({ withdrawn, correction, reason, ...right }) => {
    const body = withdrawn ? { withdrawn } : { ...right, reason: reason.trim() || null };
    await correctStep(run, step.id, { ...body, correction });
    await changed();
    announce(words.corrected);
    onSaved();
  });
  const { withdrawn } = form.values;
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {words.correctText}
        </Text>
        {run.steps.length > 1 && (
          <Checkbox
            size="md"
            label={words.withdraw}
            description={words.withdrawText}
            {...form.getInputProps('withdrawn', { type: 'checkbox' })}
          />
        )}
        {!withdrawn && (
          <>
            <NativeSelect
              label={words.status}
              size="md"
              data={optionsOf(participationStatus)}
              {...form.getInputProps('status')}
            />
            <TextInput type="date" label={words.date} max={today} {...form.getInputProps('reachedOn')} />
            <Textarea
              label={words.reason}
              description={words.reasonHint}
              autosize
              minRows={2}
              maxLength={500}
              {...form.getInputProps('reason')}
            />
          </>
        )}
        <TextInput
          label={words.correction}
          description={words.correctionHint}
          required
          maxLength={300}
          {...form.getInputProps('correction')}
        />
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
    </form>
  );
}
