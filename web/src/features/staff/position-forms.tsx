import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { StaffMember, StaffPosition } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ServerForm } from '../../ui/server-form';
import { InstitutionSelect } from '../invitations/institution-select';
import { useSession } from '../session/session';
import { changePosition, createPosition, useStaffChanged } from './queries';

const words = texts.staff;

interface LeaveFormProps {
  name: string;
  /** Those that run, of which one ends. */
  positions: readonly StaffPosition[];
  onSaved: () => void;
}

/** Until when somebody works in a house. */
export function LeaveForm({ name, positions, onSaved }: LeaveFormProps) {
  const { today } = useSession();
  const changed = useStaffChanged();
  const form = useForm({
    initialValues: { positionId: positions[0]?.id ?? '', until: today },
    validate: { until: (day) => (day === '' ? words.lastDayMissing : null) },
  });
  const send = async ({ positionId, until }: { positionId: string; until: string }) => {
    const position = positions.find(({ id }) => id === positionId);
    if (!position) return;
    await changePosition(position, { until });
    await changed();
    announce(words.left(name));
    onSaved();
  };
  return (
    <ServerForm form={form} send={send} submitLabel={texts.common.save}>
      <Text>{words.leaveText}</Text>
      {positions.length > 1 && (
        <NativeSelect
          size="md"
          label={words.house}
          data={positions.map(({ id, institutionName }) => ({ value: id, label: institutionName }))}
          {...form.getInputProps('positionId')}
        />
      )}
      <TextInput type="date" label={words.lastDay} maw={260} {...form.getInputProps('until')} />
    </ServerForm>
  );
}

/** A further house that somebody works in. */
export function AddHouseForm({ member, onSaved }: { member: StaffMember; onSaved: () => void }) {
  const changed = useStaffChanged();
  const form = useForm({
    initialValues: { institutionId: '', since: '' },
    validate: { institutionId: (id) => (id === '' ? words.houseMissing : null) },
  });
  const send = async ({ institutionId, since }: { institutionId: string; since: string }) => {
    await createPosition({ staffMemberId: member.id, institutionId, since: since === '' ? null : since });
    await changed();
    announce(words.addedHouse(member.name));
    onSaved();
  };
  return (
    <ServerForm form={form} send={send} submitLabel={texts.common.save}>
      <InstitutionSelect {...form.getInputProps('institutionId')} />
      <TextInput type="date" label={words.since} maw={260} {...form.getInputProps('since')} />
    </ServerForm>
  );
}
