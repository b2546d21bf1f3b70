import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Institution, ParticipationRun, ParticipationStatus } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import { useSubmit } from '../../ui/use-submit';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { useHouseChanged } from '../institutions/use-house-changed';
import { useSession } from '../session/session';
import { addStep } from './queries';
import { nextStatuses, statusOptions } from './way';

const words = texts.participation;

interface StepFormProps {
  institution: Institution;
  run: ParticipationRun;
  onSaved: () => void;
}

/** The next step of a run; leaving some out is allowed. */
export function NextStepForm({ institution, run, onSaved }: StepFormProps) {
  const { today } = useSession();
  const changed = useHouseChanged(institution.id);
  const choices = nextStatuses(run);
  const [id] = useState(newId);
  const { form, restored, discard, forget } = useDraftForm(`step:${run.id}:${run.version}`, {
    status: choices[0] ?? 'cancelled',
    reachedOn: today,
    reason: '',
  });
  const submit = useSubmit(form, async ({ status, reachedOn, reason }) => {
    await addStep(run, { id, status, reachedOn, reason: reason.trim() || null });
    forget();
    await changed();
    announce(words.stepSaved(texts.terms.participationStatus[status]));
    onSaved();
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <NativeSelect
          label={words.status}
          size="md"
          data-autofocus
          data={statusOptions(choices)}
          {...form.getInputProps('status')}
        />
        <TextInput
          type="date"
          label={words.date}
          description={words.dateHint}
          max={today}
          {...form.getInputProps('reachedOn')}
        />
        <Textarea
          label={words.reason}
          description={words.reasonHint}
          required={form.values.status === 'cancelled'}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
    </form>
  );
}

interface LateStepFormProps extends StepFormProps {
  status: ParticipationStatus;
}

/** A step that was left out, entered later with its reason. */
export function LateStepForm({ institution, run, status, onSaved }: LateStepFormProps) {
  const { today } = useSession();
  const changed = useHouseChanged(institution.id);
  const [id] = useState(newId);
  const form = useForm({
    mode: 'controlled',
    initialValues: { reachedOn: '', correction: '' },
    validate: {
      correction: (reason: string) => (reason.trim() === '' ? words.correctionMissing : null),
    },
  });
  const submit = useSubmit(form, async ({ reachedOn, correction }) => {
    await addStep(run, { id, status, reachedOn, correction });
    await changed();
    announce(words.stepSaved(texts.terms.participationStatus[status]));
    onSaved();
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <TextInput
          type="date"
          label={words.date}
          description={words.dateHint}
          max={today}
          data-autofocus
          {...form.getInputProps('reachedOn')}
        />
        <TextInput
          label={words.lateReason}
          description={words.lateHint}
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
