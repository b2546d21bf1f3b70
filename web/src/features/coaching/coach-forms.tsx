import { Button, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CoachAssignment, Institution } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import { useSubmit } from '../../ui/use-submit';
import { coachesQuery } from '../institutions/reference';
import { useHouseChanged } from '../institutions/use-house-changed';
import { useSession } from '../session/session';
import { assignCoach, changeAssignment } from './queries';

const words = texts.coaching;

interface AssignFormProps {
  institution: Institution;
  /** Who coaches until further notice, and will end by this. */
  current: CoachAssignment | undefined;
  onSaved: () => void;
}

/** A coach from a day on. */
export function AssignForm({ institution, current, onSaved }: AssignFormProps) {
  const { today } = useSession();
  const changed = useHouseChanged(institution.id);
  const { data: coaches = [], isSuccess } = useQuery(coachesQuery(institution.municipalityId));
  const [id] = useState(newId);
  const form = useForm({
    mode: 'controlled',
    initialValues: { coachId: '', firstDay: today, lastDay: '' },
    validate: { coachId: (coach: string) => (coach === '' ? words.chooseMissing : null) },
  });
  const submit = useSubmit(form, async ({ coachId, firstDay, lastDay }) => {
    await assignCoach(institution.id, { id, coachId, firstDay, lastDay: lastDay || null });
    await changed();
    announce(words.assigned(coaches.find((coach) => coach.id === coachId)?.name ?? words.coach));
    onSaved();
  });
  const others = coaches.filter((coach) => coach.id !== current?.coachId);
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <NativeSelect
          label={words.coach}
          description={isSuccess && coaches.length === 0 && words.noCoaches}
          size="md"
          data-autofocus
          data={[
            { value: '', label: words.choose },
            ...others.map(({ id: value, name }) => ({ value, label: name })),
          ]}
          {...form.getInputProps('coachId')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            type="date"
            label={words.firstDay}
            description={current && words.firstDayHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('firstDay')}
          />
          <TextInput
            type="date"
            label={words.lastDay}
            description={words.lastDayHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('lastDay')}
          />
        </SimpleGrid>
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
    </form>
  );
}

interface TermFormProps {
  assignment: CoachAssignment;
  /** Only the last day, with today as a proposal. */
  ending: boolean;
  onSaved: () => void;
}

/** Ends an assignment, or corrects its days. */
export function TermForm({ assignment, ending, onSaved }: TermFormProps) {
  const { today } = useSession();
  const changed = useHouseChanged(assignment.institutionId);
  const form = useForm({
    mode: 'controlled',
    initialValues: { firstDay: assignment.firstDay, lastDay: assignment.lastDay ?? (ending ? today : '') },
  });
  const submit = useSubmit(form, async ({ firstDay, lastDay }) => {
    const days = ending ? {} : { firstDay };
    await changeAssignment(assignment, { ...days, lastDay: lastDay || null });
    await changed();
    announce(ending ? words.ended : words.saved);
    onSaved();
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        {ending && <Text>{words.endText}</Text>}
        {!ending && <TextInput type="date" label={words.firstDay} {...form.getInputProps('firstDay')} />}
        <TextInput
          type="date"
          label={words.lastDay}
          description={!ending && words.lastDayHint}
          {...form.getInputProps('lastDay')}
        />
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
    </form>
  );
}
