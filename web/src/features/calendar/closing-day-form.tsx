import { Button, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { ClosingDay } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import type { Versioned } from '../forms/conflict';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { useHouseChanged } from '../institutions/use-house-changed';
import { changeClosingDay, createClosingDay } from './closing-days';

const words = texts.closingDays;

interface Values extends Versioned {
  id: string;
  firstDay: string;
  lastDay: string;
  reason: string;
}

const valuesOf = ({ id, version, firstDay, lastDay, reason }: ClosingDay): Values => ({
  ...{ id, version, firstDay, lastDay, reason },
});

interface ClosingDayFormProps {
  institutionId: string;
  /** Null for new days. */
  closing: ClosingDay | null;
  onSaved: () => void;
}

/** Days on which a house is closed, and why. */
export function ClosingDayForm({ institutionId, closing, onSaved }: ClosingDayFormProps) {
  const changed = useHouseChanged(institutionId);
  const reasons = useId();
  const { start, form, restored, discard, forget } = useDraftForm<Values>(
    closing ? `closing:${closing.id}` : `closing:new:${institutionId}`,
    closing ? valuesOf(closing) : { id: newId(), version: null, firstDay: '', lastDay: '', reason: '' },
    {
      firstDay: (day) => (day === '' ? words.firstDayMissing : null),
      lastDay: (day) => (day === '' ? words.lastDayMissing : null),
      reason: (reason) => (reason.trim() === '' ? words.reasonMissing : null),
    },
  );
  const submit = useVersionedSubmit<Values, ClosingDay>({
    form,
    base: closing && start,
    valuesOf,
    send: async (changes, { id, version, ...days }) => {
      if (version === null) await createClosingDay({ id, institutionId, ...days });
      else await changeClosingDay({ id, version }, changes);
      forget();
      await changed();
      announce(version === null ? words.created(days.reason) : words.changed(days.reason));
      onSaved();
    },
  });
  const first = form.getInputProps('firstDay');
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <TextInput
          label={words.reason}
          description={words.reasonHint}
          list={reasons}
          maxLength={100}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <datalist id={reasons}>
          {words.reasons.map((reason) => (
            <option key={reason} value={reason} />
          ))}
        </datalist>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            type="date"
            label={words.firstDay}
            {...first}
            // Most closing days are single ones.
            onBlur={() => form.values.lastDay === '' && form.setFieldValue('lastDay', form.values.firstDay)}
          />
          <TextInput
            type="date"
            label={words.lastDay}
            description={words.lastDayHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={form.values.firstDay}
            {...form.getInputProps('lastDay')}
          />
        </SimpleGrid>
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
      <ConflictDialog
        {...submit}
        labels={{ ...words, id: '', version: '' }}
        describe={(field, values) => String(values[field] ?? '')}
      />
    </form>
  );
}
