import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Municipality } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import type { Versioned } from '../forms/conflict';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { optionsOf } from '../institutions/catalogue';
import { municipalitiesQuery } from '../institutions/reference';
import { changeMunicipality } from './requests';

const words = texts.admin.municipalities;
const { terms } = texts;

interface MunicipalityValues extends Versioned {
  id: string;
  name: string;
  key: string;
  state: string;
}

const valuesOf = ({ id, version, name, key, state }: Municipality): MunicipalityValues => ({
  id,
  version,
  name,
  key,
  state,
});

/** The states whose school holidays are known here; one that is stored stays a choice. */
function withHolidays(stored: string): Record<string, string> {
  return { [stored]: wordFor(terms.state, stored), NW: terms.state.NW };
}

const validate = {
  name: (name: string) => (name.trim() === '' ? words.nameMissing : null),
  key: (key: string) => (/^\d{8}$/.test(key.trim()) ? null : words.keyInvalid),
};

interface MunicipalityFormProps {
  /** Null for a new one. */
  municipality: Municipality | null;
  onSaved: () => void;
}

export function MunicipalityForm({ municipality, onSaved }: MunicipalityFormProps) {
  const queries = useQueryClient();
  const { start, form, restored, discard, forget } = useDraftForm<MunicipalityValues>(
    `municipality:${municipality?.id ?? 'new'}`,
    municipality ? valuesOf(municipality) : { id: newId(), version: null, name: '', key: '', state: 'NW' },
    validate,
  );
  const submit = useVersionedSubmit<MunicipalityValues, Municipality>({
    form,
    base: municipality && start,
    valuesOf,
    send: async (changes, { id, version, ...all }) => {
      if (version === null) await unwrap(api.POST('/api/municipalities', { body: { id, ...all } }));
      else await changeMunicipality({ id, version }, changes);
      forget();
      await queries.invalidateQueries(municipalitiesQuery);
      announce(version === null ? words.created(all.name) : words.changed(all.name));
      onSaved();
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <TextInput label={words.name} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={words.key}
          description={words.keyHint}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('key')}
        />
        <NativeSelect
          label={words.state}
          description={words.stateHint}
          size="md"
          data={optionsOf(withHolidays(start.state))}
          {...form.getInputProps('state')}
        />
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
      <ConflictDialog
        {...submit}
        labels={{ ...words, id: '', version: '' }}
        describe={(field, values) =>
          field === 'state' ? wordFor(terms.state, values.state) : String(values[field] ?? '')
        }
      />
    </form>
  );
}
