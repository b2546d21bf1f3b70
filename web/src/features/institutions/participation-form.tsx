import { Button, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { formatDate } from '../../ui/format';
import { FormProblem } from '../../ui/server-form';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { useSession } from '../session/session';
import { optionsOf } from './catalogue';
import {
  isOver,
  participationBody,
  participationValues,
  type ParticipationValues,
  returnValues,
} from './participation-values';
import { useStored } from './queries';
import { coachesQuery } from './reference';

const words = texts.institutions.participation;
const { terms } = texts;

interface ParticipationFormProps {
  institution: Institution;
  /** True for a new participation after the known one has ended, which stays as it was. */
  again: boolean;
  onSaved: () => void;
}

/** Records, changes or begins again a participation. */
export function ParticipationForm({ institution, again, onSaved }: ParticipationFormProps) {
  const { id, municipalityId } = institution;
  const { today } = useSession();
  const stored = useStored();
  const { data: coaches = [], isSuccess } = useQuery(coachesQuery(municipalityId));
  const { start, form, restored, discard, forget } = useDraftForm(
    again ? `participation-again:${id}` : `participation:${id}`,
    again ? returnValues(today) : participationValues(institution),
  );
  const submit = useVersionedSubmit<ParticipationValues, Institution>({
    form,
    base: start.version === null ? null : start,
    valuesOf: participationValues,
    send: async (_changes, values) => {
      stored(await putParticipation(id, values));
      forget();
      announce(words.saved);
      onSaved();
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <NativeSelect
          label={words.status}
          size="md"
          data-autofocus
          data={optionsOf(terms.participationStatus)}
          {...form.getInputProps('status')}
        />
        <NativeSelect
          label={words.coach}
          description={isSuccess && coaches.length === 0 && words.noCoaches}
          size="md"
          data={[
            { value: '', label: words.chooseNoCoach },
            ...withCurrent(coaches, institution).map(({ id: value, name: label }) => ({ value, label })),
          ]}
          {...form.getInputProps('coachId')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput type="date" label={words.startedOn} {...form.getInputProps('startedOn')} />
          {isOver(form.values.status) && (
            <TextInput type="date" label={words.endedOn} {...form.getInputProps('endedOn')} />
          )}
        </SimpleGrid>
        <Textarea
          label={words.reason}
          description={words.reasonHint}
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
      <ConflictDialog
        {...submit}
        labels={{ ...words, coachId: words.coach, version: '' }}
        describe={(field, values) => describe(field, values, withCurrent(coaches, institution))}
      />
    </form>
  );
}

function putParticipation(id: string, values: ParticipationValues): Promise<Institution> {
  const header = values.version === null ? {} : ifMatch({ version: values.version });
  const body = participationBody(values);
  return unwrap(api.PUT('/api/institutions/{id}/participation', { params: { path: { id }, header }, body }));
}

interface Person {
  id: string;
  name: string;
}

/** The present coach stays a choice even if they no longer hold the role. */
function withCurrent(coaches: readonly Person[], { participation }: Institution): Person[] {
  const current = participation?.coach;
  const known = !current || coaches.some(({ id }) => id === current.id);
  return known ? [...coaches] : [current, ...coaches];
}

function describe(
  field: keyof ParticipationValues,
  values: ParticipationValues,
  coaches: readonly Person[],
): string {
  if (field === 'version') return '';
  const value = values[field];
  if (field === 'status') return terms.participationStatus[values.status];
  if (field === 'coachId') return coaches.find(({ id }) => id === value)?.name ?? words.noCoach;
  return value !== '' && field !== 'reason' ? formatDate(value) : value;
}
