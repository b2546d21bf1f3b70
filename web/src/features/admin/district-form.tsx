import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { District, Municipality } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { NumberField } from '../forms/number-field';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { optionsOf } from '../institutions/catalogue';
import { useSession } from '../session/session';
import { districtsQuery } from '../institutions/reference';
import {
  describeDistrict,
  districtBody,
  districtValues,
  type DistrictValues,
  tidiedDistrict,
} from './district-values';
import { nameFrom, NameSince } from './name-since';
import { changeDistrict } from './requests';

const words = texts.admin.districts;

const validate = {
  name: (name: string) => (name.trim() === '' ? words.nameMissing : null),
  socialSituationSource: (source: string, { socialSituation }: DistrictValues) =>
    socialSituation !== '' && source.trim() === '' ? words.sourceMissing : null,
  socialSituationYear: (year: number | null, { socialSituation }: DistrictValues) =>
    socialSituation !== '' && year === null ? words.yearMissing : null,
};

interface DistrictFormProps {
  municipality: Municipality;
  /** Null for a new one. */
  district: District | null;
  /** Where a new one goes in the city's order. */
  position: number;
  onSaved: () => void;
}

/** Name and social situation of a district. */
export function DistrictForm({ municipality, district, position, onSaved }: DistrictFormProps) {
  const queries = useQueryClient();
  const { today } = useSession();
  const { start, form, restored, discard, forget } = useDraftForm<DistrictValues>(
    `district:${district?.id ?? `new:${municipality.id}`}`,
    district ? districtValues(district, today) : emptyDistrict(today),
    validate,
  );
  const submit = useVersionedSubmit<DistrictValues, District>({
    form,
    base: district && start,
    valuesOf: (stored) => districtValues(stored, today),
    tidy: tidiedDistrict,
    send: async (changes, values) => {
      const { id, version, name } = values;
      if (version === null) {
        const body = { ...districtBody(values), id, name, position, municipalityId: municipality.id };
        await unwrap(api.POST('/api/districts', { body }));
      } else
        await changeDistrict({ id, version }, { ...districtBody(changes), ...nameFrom(changes, values) });
      forget();
      await queries.invalidateQueries(districtsQuery(municipality.id));
      announce(version === null ? words.created(name) : words.changed(name));
      onSaved();
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <TextInput label={words.name} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        {district && form.values.name !== start.name && <NameSince form={form} />}
        <NativeSelect
          label={words.socialSituation}
          size="md"
          data={[{ value: '', label: words.unknown }, ...optionsOf(texts.terms.socialSituation)]}
          {...form.getInputProps('socialSituation')}
        />
        {form.values.socialSituation !== '' && (
          <>
            <TextInput
              label={words.source}
              description={words.sourceHint}
              autoComplete="off"
              {...form.getInputProps('socialSituationSource')}
            />
            <NumberField label={words.year} maw={200} {...form.getInputProps('socialSituationYear')} />
          </>
        )}
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
      <ConflictDialog
        {...submit}
        labels={{
          name: words.name,
          socialSituation: words.socialSituation,
          socialSituationSource: words.source,
          socialSituationYear: words.year,
          since: '',
          nameFrom: '',
          id: '',
          version: '',
        }}
        describe={describeDistrict}
      />
    </form>
  );
}

function emptyDistrict(today: string): DistrictValues {
  return {
    since: 'day',
    nameFrom: today,
    id: newId(),
    version: null,
    name: '',
    socialSituation: '',
    socialSituationSource: '',
    socialSituationYear: null,
  };
}
