import { Button, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Institution, NewParticipation, ParticipationStatus } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import { useSubmit } from '../../ui/use-submit';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { useHouseChanged } from '../institutions/use-house-changed';
import { useSession } from '../session/session';
import { beginRun } from './queries';
import { FIRST_STATUSES, statusOptions } from './way';

const words = texts.participation;

interface BeginFormProps {
  institution: Institution;
  /** A run that is over already, entered later. */
  past: boolean;
  /** What a new run most likely begins with. */
  first: ParticipationStatus;
  onSaved: () => void;
}

interface BeginValues {
  status: ParticipationStatus;
  reachedOn: string;
  reason: string;
  closedAs: NonNullable<NewParticipation['closedAs']>;
  closedOn: string;
  closedReason: string;
}

/** Begins a run, or enters one of the past from begin to end. */
export function BeginForm({ institution: { id: house }, past, first, onSaved }: BeginFormProps) {
  const { today } = useSession();
  const changed = useHouseChanged(house);
  const [id] = useState(newId);
  const { form, restored, discard, forget } = useDraftForm<BeginValues>(
    `participation:${past ? 'past' : 'new'}:${house}`,
    {
      status: first,
      reachedOn: past ? '' : today,
      reason: '',
      closedAs: 'completed',
      closedOn: '',
      closedReason: '',
    },
  );
  const submit = useSubmit(form, async ({ status, reachedOn, reason, closedAs, closedOn, closedReason }) => {
    const end = { closedAs, closedOn, closedReason: closedReason.trim() || null };
    const begin = { id, status, reachedOn, reason: reason.trim() || null };
    await beginRun(house, { ...begin, ...(past && end) });
    forget();
    await changed();
    announce(words.begun);
    onSaved();
  });
  const closing = form.values.closedAs;
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={past ? words.firstStep : words.status}
            size="md"
            data-autofocus
            data={statusOptions(FIRST_STATUSES)}
            {...form.getInputProps('status')}
          />
          <TextInput
            type="date"
            label={past ? words.firstStepDate : words.date}
            max={today}
            {...form.getInputProps('reachedOn')}
          />
        </SimpleGrid>
        {!past && (
          <Textarea
            label={words.reason}
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('reason')}
          />
        )}
        {past && (
          <>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <NativeSelect
                label={words.closedAs}
                size="md"
                data={statusOptions(['completed', 'cancelled'])}
                {...form.getInputProps('closedAs')}
              />
              <TextInput type="date" label={words.closedOn} max={today} {...form.getInputProps('closedOn')} />
            </SimpleGrid>
            <Textarea
              label={words.closedReason}
              description={words.reasonHint}
              required={closing === 'cancelled'}
              autosize
              minRows={2}
              maxLength={500}
              {...form.getInputProps('closedReason')}
            />
          </>
        )}
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
    </form>
  );
}
