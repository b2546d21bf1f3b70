import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { IconUserPlus } from '@tabler/icons-react';
import type { AttendanceSheet } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ChoiceGroup } from '../../ui/choice-group';
import { DialogButton } from '../../ui/dialog-button';
import { ServerForm } from '../../ui/server-form';
import { InstitutionSelect } from '../invitations/institution-select';
import { addWalkIn, sheetQuery } from './queries';
import { StaffSelect } from './staff-select';

const words = texts.attendance.add;

/** For somebody who came without being registered. */
export function AddWalkIn({ sheet }: { sheet: AttendanceSheet }) {
  return (
    <DialogButton
      label={words.button}
      title={words.title}
      size="md"
      leftSection={<IconUserPlus size={20} aria-hidden />}
    >
      {(close) => <WalkInForm sheet={sheet} onAdded={close} />}
    </DialogButton>
  );
}

const WHO = [
  { value: 'known', label: words.known },
  { value: 'fresh', label: words.fresh },
] as const;

interface Values {
  id: string;
  who: (typeof WHO)[number]['value'];
  staffMemberId: string;
  institutionId: string;
  name: string;
}

function WalkInForm({ sheet, onAdded }: { sheet: AttendanceSheet; onAdded: () => void }) {
  const { trainingId, municipalityId } = sheet;
  const queries = useQueryClient();
  const form = useForm<Values>({
    mode: 'controlled',
    // Made with the form: sending twice adds one person.
    initialValues: { id: newId(), who: 'known', staffMemberId: '', institutionId: '', name: '' },
    validate: {
      staffMemberId: (id, { who }) => (who === 'known' && id === '' ? words.staffMemberMissing : null),
      institutionId: (id, { who }) => (who === 'fresh' && id === '' ? words.institutionMissing : null),
      name: (name, { who }) => (who === 'fresh' && name.trim() === '' ? words.nameMissing : null),
    },
  });
  const send = async ({ id, who, staffMemberId, institutionId, name }: Values) => {
    const person = await addWalkIn(
      trainingId,
      who === 'known' ? { id, staffMemberId } : { id, institutionId, name },
    );
    await queries.invalidateQueries(sheetQuery(trainingId));
    announce(words.added(person.name));
    onAdded();
  };
  return (
    <Stack gap="md">
      <Text c="dimmed">{words.intro}</Text>
      <ServerForm form={form} send={send} submitLabel={words.submit}>
        <ChoiceGroup
          legend={words.who}
          choices={WHO}
          value={form.values.who}
          onChange={(who) => form.setFieldValue('who', who)}
          field="who"
          size="small"
        />
        {form.values.who === 'known' ? (
          <StaffSelect municipalityId={municipalityId} {...form.getInputProps('staffMemberId')} />
        ) : (
          <>
            <TextInput label={words.name} autoComplete="off" {...form.getInputProps('name')} />
            <InstitutionSelect {...form.getInputProps('institutionId')} />
          </>
        )}
      </ServerForm>
    </Stack>
  );
}
