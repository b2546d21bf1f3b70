import { Button, NativeSelect, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Target } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { formatSchoolYear } from '../../ui/format';
import { FormProblem } from '../../ui/server-form';
import type { Versioned } from '../forms/conflict';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { NumberField } from '../forms/number-field';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { changeTarget, createTarget, targetsQuery } from './queries';

const words = texts.targets;

const NUMBERS = ['institutions', 'children', 'weeklyMinutes', 'teachingUnits', 'consultations'] as const;

type Numbers = Record<(typeof NUMBERS)[number], number | null>;

interface Values extends Versioned, Numbers {
  id: string;
  schoolYear: string;
}

const NONE: Numbers = {
  ...{ institutions: null, children: null, weeklyMinutes: null, teachingUnits: null, consultations: null },
};

const valuesOf = ({ municipalityId: _, schoolYear, ...target }: Target): Values => ({
  ...target,
  schoolYear: String(schoolYear),
});

interface TargetFormProps {
  municipalityId: string;
  /** Null for a new year. */
  target: Target | null;
  /** Years that have no targets yet. */
  years: readonly number[];
  onSaved: () => void;
}

/** The numbers that a municipality wants to reach in a school year. */
export function TargetForm({ municipalityId, target, years, onSaved }: TargetFormProps) {
  const queries = useQueryClient();
  const { start, form, restored, discard, forget } = useDraftForm<Values>(
    `target:${target?.id ?? `new:${municipalityId}`}`,
    target ? valuesOf(target) : { id: newId(), version: null, schoolYear: String(years[0] ?? ''), ...NONE },
    {
      institutions: (_, values) =>
        NUMBERS.every((number) => values[number] === null) ? words.someMissing : null,
    },
  );
  const submit = useVersionedSubmit<Values, Target>({
    form,
    base: target && start,
    valuesOf,
    send: async ({ schoolYear: _y, id: _i, ...changes }, { id, version, schoolYear, ...all }) => {
      if (version === null) {
        await createTarget({ id, municipalityId, schoolYear: Number(schoolYear), ...all });
      } else await changeTarget({ id, version }, changes);
      forget();
      await queries.invalidateQueries(targetsQuery(municipalityId));
      const year = formatSchoolYear(Number(schoolYear));
      announce(version === null ? words.created(year) : words.changed(year));
      onSaved();
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        {target === null && (
          <NativeSelect
            label={words.schoolYear}
            size="md"
            data-autofocus
            data={years.map((year) => ({ value: String(year), label: formatSchoolYear(year) }))}
            {...form.getInputProps('schoolYear')}
          />
        )}
        {NUMBERS.map((field) => (
          <NumberField
            key={field}
            label={words[field]}
            description={words[`${field}Hint`]}
            maw={260}
            {...form.getInputProps(field)}
          />
        ))}
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
