import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Training } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { FormProblem } from '../../ui/server-form';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { changeTraining, createTraining, useTrainingsChanged } from './queries';
import { TrainingFields } from './training-fields';
import {
  changesOf,
  EMPTY,
  newTrainingOf,
  readSessions,
  tidied,
  type TrainingValues,
  valuesOf,
} from './training-values';

const words = texts.training.form;

interface TrainingFormProps {
  municipalityId: string;
  /** Null for a new one. */
  training: Training | null;
  onSaved: (id: string) => void;
}

/** Everything about a training; a new one becomes a draft. */
export function TrainingForm({ municipalityId, training, onSaved }: TrainingFormProps) {
  const changed = useTrainingsChanged();
  const [freshId] = useState(newId);
  const { start, form, restored, discard, forget } = useDraftForm<TrainingValues>(
    training ? `training:${training.id}` : 'training:new',
    training ? valuesOf(training) : EMPTY,
    {
      title: (title) => (title.trim() === '' ? words.titleMissing : null),
      focusArea: (code) => (code === '' ? words.focusAreaMissing : null),
      capacity: (capacity) => (capacity === null ? words.capacityMissing : null),
    },
  );
  const submit = useVersionedSubmit<TrainingValues, Training>({
    form,
    base: training && start,
    valuesOf,
    tidy: tidied,
    send: async (changes, values) => {
      if (!training) await createTraining(newTrainingOf(freshId, municipalityId, values));
      else if (Object.keys(changes).length > 0)
        await changeTraining(
          { id: training.id, version: values.version ?? training.version },
          changesOf(changes),
        );
      forget();
      await changed();
      onSaved(training?.id ?? freshId);
    },
  });
  const belowConfirmed = submit.problem?.code === 'below_confirmed';
  const saveAnyway = () => {
    form.setFieldValue('confirm', true);
    window.setTimeout(submit.onSubmit);
  };
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="lg">
        <DraftNote restored={restored} discard={discard} />
        <TrainingFields form={form} municipalityId={municipalityId} />
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Group gap="sm">
          <Button type="submit" size="lg" loading={submit.pending}>
            {training ? texts.common.save : words.create}
          </Button>
          {belowConfirmed && (
            <Button variant="default" size="lg" onClick={saveAnyway}>
              {words.saveAnyway}
            </Button>
          )}
        </Group>
      </Stack>
      <ConflictDialog {...submit} labels={{ ...words, version: '', confirm: '' }} describe={described} />
    </form>
  );
}

function described(field: keyof TrainingValues, values: TrainingValues): string {
  if (field === 'sessions')
    return readSessions(values.sessions)
      .map(({ heldOn, startsAt, endsAt }) => `${heldOn} ${startsAt}–${endsAt}`)
      .join(', ');
  return String(values[field] ?? '');
}
