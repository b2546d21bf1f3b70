import { Button, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { SchoolHoliday } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import type { Versioned } from '../forms/conflict';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { changeHoliday, createHoliday, holidaysQuery } from './holidays';

const words = texts.holidays;

interface Values extends Versioned {
  id: string;
  name: string;
  firstDay: string;
  lastDay: string;
  source: string;
}

const valuesOf = ({ id, version, name, firstDay, lastDay, source }: SchoolHoliday): Values => ({
  ...{ id, version, name, firstDay, lastDay, source },
});

const missing = (message: string) => (value: string) => (value.trim() === '' ? message : null);
const validate = {
  name: missing(words.nameMissing),
  firstDay: missing(words.firstDayMissing),
  lastDay: missing(words.lastDayMissing),
  source: missing(words.sourceMissing),
};

interface HolidayFormProps {
  state: string;
  /** Null for new ones. */
  holiday: SchoolHoliday | null;
  onSaved: () => void;
}

/** School holidays, and where their dates were published. */
export function HolidayForm({ state, holiday, onSaved }: HolidayFormProps) {
  const queries = useQueryClient();
  const empty = { id: newId(), version: null, name: '', firstDay: '', lastDay: '', source: '' };
  const { start, form, restored, discard, forget } = useDraftForm<Values>(
    `holiday:${holiday?.id ?? `new:${state}`}`,
    holiday ? valuesOf(holiday) : empty,
    validate,
  );
  const submit = useVersionedSubmit<Values, SchoolHoliday>({
    form,
    base: holiday && start,
    valuesOf,
    send: async (changes, { id, version, ...fields }) => {
      if (version === null) await createHoliday({ id, state, ...fields });
      else await changeHoliday({ id, version }, changes);
      forget();
      await queries.invalidateQueries(holidaysQuery(state));
      void queries.invalidateQueries({ queryKey: ['overview'] });
      announce(version === null ? words.created(fields.name) : words.changed(fields.name));
      onSaved();
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <TextInput
          label={words.name}
          description={words.nameHint}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput type="date" label={words.firstDay} {...form.getInputProps('firstDay')} />
          <TextInput
            type="date"
            label={words.lastDay}
            min={form.values.firstDay}
            {...form.getInputProps('lastDay')}
          />
        </SimpleGrid>
        <TextInput label={words.source} description={words.sourceHint} {...form.getInputProps('source')} />
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
