import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, unwrap } from '../../api/client';
import type { Institution, NewInstitution } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { InstitutionFields } from './institution-fields';
import {
  districtDay,
  institutionBody,
  institutionValues,
  type InstitutionValues,
  tidied,
} from './institution-values';
import { describeField, fieldLabels } from './institution-words';
import { changeInstitution, useStored } from './queries';
import { districtsQuery } from './reference';

const words = texts.institutions.form;

const validate = {
  municipalityId: (id: string) => (id === '' ? words.chooseMunicipality : null),
  districtId: (id: string) => (id === '' ? words.chooseDistrict : null),
  name: (name: string) => (name.trim() === '' ? words.nameMissing : null),
  providerKind: (kind: string) => (kind === '' ? words.providerMissing : null),
};

interface InstitutionFormProps {
  initial: InstitutionValues;
  /** Names the draft. */
  draftKey: string;
}

/** Creates an institution (version null) or changes a stored one. */
export function InstitutionForm({ initial, draftKey }: InstitutionFormProps) {
  const isNew = initial.version === null;
  const { start, form, restored, discard, forget } = useDraftForm(draftKey, initial, validate);
  const finish = useFinish(forget);
  const submit = useVersionedSubmit<InstitutionValues, Institution>({
    form,
    base: isNew ? null : start,
    valuesOf: institutionValues,
    send: async (changes, values) => {
      const { id, version, name } = values;
      const body = { ...institutionBody(changes), ...districtDay(changes, values) };
      if (version === null) finish(await createInstitution(values), words.created(name));
      else if (Object.keys(body).length === 0) finish(values, words.unchanged);
      else finish(await changeInstitution({ id, version }, body), words.saved(name));
    },
    tidy: tidied,
  });
  const { data: districts = [] } = useQuery({
    ...districtsQuery(form.values.municipalityId),
    enabled: form.values.municipalityId !== '',
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md" maw={820}>
        <DraftNote restored={restored} discard={discard} />
        <Text size="sm" c="dimmed">
          {words.required}
        </Text>
        <InstitutionFields form={form} districtBefore={isNew ? null : start.districtId} />
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Group gap="sm">
          <Button type="submit" size="lg" loading={submit.pending}>
            {isNew ? words.create : words.save}
          </Button>
        </Group>
      </Stack>
      <ConflictDialog
        {...submit}
        labels={fieldLabels}
        describe={(field, values) => describeField(field, values, districts)}
      />
    </form>
  );
}

/** Stored for good: the draft goes, the page of the institution opens. */
function useFinish(forget: () => void) {
  const stored = useStored();
  const [, navigate] = useLocation();
  return (saved: Institution | { id: string }, message: string) => {
    forget();
    if ('participation' in saved) stored(saved);
    announce(message);
    navigate(`/einrichtungen/${saved.id}`, { replace: true });
  };
}

function createInstitution(values: InstitutionValues): Promise<Institution> {
  const { id, municipalityId } = values;
  const body = { ...institutionBody(tidied(values)), id, municipalityId };
  // The form's own checks have seen to everything that the interface requires.
  return unwrap(api.POST('/api/institutions', { body: body as NewInstitution }));
}
