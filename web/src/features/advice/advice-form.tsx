import { Button, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { CoachContact } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ChoiceGroup } from '../../ui/choice-group';
import { formatDate } from '../../ui/format';
import { FormProblem } from '../../ui/server-form';
import { useProgrammeChanged } from '../bookings/queries';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { NumberField } from '../forms/number-field';
import { type DraftForm, useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { useSession } from '../session/session';
import {
  type AdviceValues,
  bodyOf,
  changeOf,
  missingIn,
  newAdvice,
  reportOf,
  valuesOf,
} from './advice-values';
import { changeAdvice, createAdvice } from './queries';

const words = texts.advice;

interface AdviceFormProps {
  institutionId: string;
  /** Null for a new one. */
  contact: CoachContact | null;
  onSaved: () => void;
}

/** That a house was advised, or will be: a few taps for what was, the rest may stay empty. */
export function AdviceForm({ institutionId, contact, onSaved }: AdviceFormProps) {
  const { today } = useSession();
  const changed = useProgrammeChanged(institutionId);
  const { form, restored, discard, forget } = useDraftForm<AdviceValues>(
    contact ? `advice:${contact.id}` : `advice:new:${institutionId}`,
    contact ? reportOf(contact, today) : newAdvice(today),
    missingIn,
  );
  const submit = useVersionedSubmit<AdviceValues, CoachContact>({
    form,
    base: contact && valuesOf(contact),
    valuesOf,
    send: async (changes, values) => {
      const { id, version } = values;
      if (version === null) await createAdvice(bodyOf(institutionId, values));
      else if (Object.keys(changes).length > 0) await changeAdvice({ id, version }, changeOf(changes));
      forget();
      await changed();
      announce(version === null ? words.created : words.changed);
      onSaved();
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <MainFields form={form} withCancelled={contact !== null} />
        <StepFields form={form} />
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
      <ConflictDialog
        {...submit}
        labels={{ ...words.fields, id: '', version: '' }}
        describe={(field, values) => described(field, values)}
      />
    </form>
  );
}

type FormProps = Pick<DraftForm<AdviceValues>, 'form'>;

function MainFields({ form, withCancelled }: FormProps & { withCancelled: boolean }) {
  const { values, errors } = form;
  const { fields } = words;
  const states = withCancelled ? (['held', 'planned', 'cancelled'] as const) : (['held', 'planned'] as const);
  return (
    <>
      <ChoiceGroup
        legend={fields.state}
        field="state"
        size="small"
        value={values.state}
        onChange={(state) => form.setFieldValue('state', state)}
        choices={states.map((value) => ({ value, label: fields.stateChoices[value] }))}
        error={errors['state']}
      />
      <ChoiceGroup
        legend={fields.way}
        field="way"
        size="small"
        value={values.way}
        onChange={(way) => form.setFieldValue('way', way)}
        choices={(['on_site', 'phone', 'online'] as const).map((value) => ({
          value,
          label: fields.wayChoices[value],
        }))}
        error={errors['way']}
      />
      <SimpleGrid cols={{ base: 2, xs: values.state === 'held' ? 3 : 2 }}>
        <TextInput type="date" label={fields.heldOn} {...form.getInputProps('heldOn')} />
        <TextInput type="time" label={fields.startsAt} {...form.getInputProps('startsAt')} />
        {values.state === 'held' && <NumberField label={fields.minutes} {...form.getInputProps('minutes')} />}
      </SimpleGrid>
      <Textarea
        label={fields.topics}
        description={fields.topicsHint}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('topics')}
      />
    </>
  );
}

function StepFields({ form }: FormProps) {
  const { fields } = words;
  const agreed = form.values.nextStep.trim() !== '';
  return (
    <>
      <TextInput
        label={fields.nextStep}
        description={fields.nextStepHint}
        maxLength={300}
        autoComplete="off"
        {...form.getInputProps('nextStep')}
      />
      {agreed && (
        <SimpleGrid cols={2}>
          <TextInput
            type="date"
            label={fields.nextStepDue}
            min={form.values.heldOn}
            {...form.getInputProps('nextStepDue')}
          />
          {form.values.version !== null && (
            <TextInput type="date" label={fields.nextStepDoneOn} {...form.getInputProps('nextStepDoneOn')} />
          )}
        </SimpleGrid>
      )}
    </>
  );
}

const DAYS: readonly string[] = ['heldOn', 'nextStepDue', 'nextStepDoneOn'];

function described(field: keyof AdviceValues, values: AdviceValues): string {
  const value = values[field];
  if (value === null || value === '') return '';
  if (field === 'state') return words.fields.stateChoices[values.state];
  if (field === 'way') return words.fields.wayChoices[values.way];
  return DAYS.includes(field) ? formatDate(String(value)) : String(value);
}
