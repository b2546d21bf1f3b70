import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import { FormProblem } from '../../ui/server-form';
import { QueryView } from '../../ui/query-view';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { institutionQuery } from '../institutions/queries';
import { useSession } from '../session/session';
import { ReleaseFields, WhatFields, WhenFields, WhoFields } from './plan-fields';
import { changesOf, emptyPlan, listOf, newDayOf, planOf, type PlanValues } from './plan-values';
import { changeTestDay, createTestDay, type TestDay, useTestDaysChanged } from './queries';

const words = texts.testDays.form;

interface PlanFormProps {
  institutionId: string;
  /** Null for a new one. */
  day: TestDay | null;
  onSaved: (id: string) => void;
}

/** Plans a test day, or changes its plan. */
export function PlanForm(props: PlanFormProps) {
  const house = useQuery(institutionQuery(props.institutionId));
  return <QueryView query={house}>{({ kind }) => <Fields {...props} kind={kind} />}</QueryView>;
}

function Fields({ institutionId, day, onSaved, kind }: PlanFormProps & { kind: string }) {
  const { today } = useSession();
  const changed = useTestDaysChanged();
  const [freshId] = useState(newId);
  const { start, form, restored, discard, forget } = useDraftForm<PlanValues>(
    day ? `test-day:${day.id}` : `test-day:new:${institutionId}`,
    day ? planOf(day) : emptyPlan(today),
    {
      heldOn: (date) => (date === '' ? words.heldOnMissing : null),
      groupIds: (ids) => (ids === '' ? words.groupsMissing : null),
      batteryId: (id) => (id === '' ? words.batteryMissing : null),
    },
  );
  const submit = useVersionedSubmit<PlanValues, TestDay>({
    form,
    base: day && start,
    valuesOf: planOf,
    send: async (changes, values) => {
      const body = changesOf(changes);
      if (!day) await createTestDay(newDayOf(freshId, institutionId, values));
      else if (Object.keys(body).length > 0)
        await changeTestDay({ id: day.id, version: values.version ?? day.version }, body);
      forget();
      await changed();
      onSaved(day?.id ?? freshId);
    },
  });
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="lg">
        <DraftNote restored={restored} discard={discard} />
        <WhenFields form={form} />
        <WhoFields form={form} institutionId={institutionId} />
        <WhatFields form={form} kind={kind} />
        {kind === 'school' && !day && <ReleaseFields form={form} />}
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Group gap="sm">
          <Button type="submit" size="lg" loading={submit.pending}>
            {day ? texts.common.save : words.create}
          </Button>
        </Group>
      </Stack>
      <ConflictDialog {...submit} labels={{ ...words, version: '' }} describe={described} />
    </form>
  );
}

function described(field: keyof PlanValues, values: PlanValues): string {
  const value = values[field];
  if (field === 'heldOn') return formatDate(values.heldOn);
  if (field === 'groupIds') return words.groupCount(listOf(values.groupIds).length);
  if (field === 'wave') return texts.testDays.waves[values.wave] ?? values.wave;
  return String(value ?? '');
}
