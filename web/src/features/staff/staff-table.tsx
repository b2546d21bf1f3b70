import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { StaffMember, StaffPosition } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { type Column, DataTable } from '../../ui/data-table';
import { DialogButton } from '../../ui/dialog-button';
import { EmailText } from '../../ui/email-text';
import { formatDate } from '../../ui/format';
import { useIsPhone } from '../../ui/use-is-phone';
import { EraseStaffButton, InformationButton } from '../governance/erase-dialogs';
import { AddHouseForm, LeaveForm } from './position-forms';
import { changePosition, removeStaffMember, useStaffChanged } from './queries';
import { StaffForm } from './staff-form';

const words = texts.staff;
const hours = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });
// A word that is cut off says nothing: rather a second line of buttons.
const look = { size: 'compact-sm', mih: 40, flex: 'none' } as const;

const houses: Column<StaffMember> = {
  key: 'houses',
  header: words.houses,
  render: ({ positions }) => (
    <>
      {positions.map(({ id, institutionName, until }) => (
        <Text key={id} size="sm">
          {until === null ? institutionName : words.until(institutionName, formatDate(until))}
        </Text>
      ))}
    </>
  ),
};

const nameColumn: Column<StaffMember> = {
  key: 'name',
  header: words.name,
  primary: true,
  render: ({ name }) => name,
};

const columns: readonly Column<StaffMember>[] = [
  { key: 'function', header: words.function, render: ({ function: work }) => words.functions[work] ?? work },
  {
    key: 'email',
    header: words.email,
    render: ({ email }) =>
      email ? (
        <EmailText>{email}</EmailText>
      ) : (
        <Text size="sm" c="dimmed">
          {words.noEmail}
        </Text>
      ),
  },
];

const hoursColumn: Column<StaffMember> = {
  key: 'hours',
  header: words.weeklyHours,
  numeric: true,
  render: ({ weeklyHours }) =>
    weeklyHours === null ? texts.common.none : words.hours(hours.format(weeklyHours)),
};

interface StaffTableProps {
  members: readonly StaffMember[];
  /** The house that the list is about; null: all of them, then the houses are named. */
  institutionId: string | null;
}

/** Who works where, with what can be done about it. */
export function StaffTable({ members, institutionId }: StaffTableProps) {
  const actions: Column<StaffMember> = {
    key: 'actions',
    header: words.actions,
    actions: true,
    render: (member) => <Actions member={member} institutionId={institutionId} />,
  };
  // Of all houses the list is about where people are, of one about how much they work.
  const shown =
    institutionId === null ? [nameColumn, houses, ...columns] : [nameColumn, ...columns, hoursColumn];
  return (
    <DataTable caption={words.caption} columns={[...shown, actions]} rows={members} rowKey={({ id }) => id} />
  );
}

function Actions({ member, institutionId }: { member: StaffMember; institutionId: string | null }) {
  const changed = useStaffChanged();
  // Of all houses the table has more columns, and leaves the buttons less room.
  const narrow = useIsPhone() || institutionId === null;
  const { name, positions } = member;
  const here = positions.filter(
    (position) => institutionId === null || position.institutionId === institutionId,
  );
  const running = here.filter(({ until }) => until === null);
  return (
    <Group gap={0} display="inline-flex" wrap={narrow ? 'wrap' : 'nowrap'}>
      {member.editable && (
        <DialogButton
          label={texts.common.edit}
          ariaLabel={words.editLabel(name)}
          title={words.editTitle}
          variant="subtle"
          {...look}
        >
          {(close) => <StaffForm institutionId={member.institutionId} member={member} onSaved={close} />}
        </DialogButton>
      )}
      {institutionId === null && (
        <DialogButton
          label={words.addHouse}
          ariaLabel={words.addHouseLabel(name)}
          title={words.addHouseTitle}
          variant="subtle"
          {...look}
        >
          {(close) => <AddHouseForm member={member} onSaved={close} />}
        </DialogButton>
      )}
      {running.length > 0 && (
        <DialogButton
          label={words.leave}
          ariaLabel={words.leaveLabel(name)}
          title={words.leaveTitle}
          variant="subtle"
          {...look}
        >
          {(close) => <LeaveForm name={name} positions={running} onSaved={close} />}
        </DialogButton>
      )}
      {running.length === 0 && here[0] && <ComeBack name={name} position={here[0]} />}
      {member.editable && <RareActions member={member} changed={changed} />}
    </Group>
  );
}

/** What is asked for once in years: behind a button, so that a row stays a row. */
function RareActions({ member, changed }: { member: StaffMember; changed: () => unknown }) {
  const [opened, { toggle }] = useDisclosure(false);
  const { id, name } = member;
  return (
    <>
      <Button
        variant="subtle"
        aria-label={words.moreLabel(name)}
        aria-expanded={opened}
        onClick={toggle}
        {...look}
      >
        {texts.common.more}
      </Button>
      {opened && (
        <>
          <InformationButton href={`/api/staff-members/${id}/personal-data`} name={name} look={look} />
          <ConfirmButton
            label={words.remove}
            ariaLabel={words.removeLabel(name)}
            question={words.removeQuestion(name)}
            text={words.removeText}
            confirmLabel={words.removeConfirm}
            onConfirm={() =>
              removeStaffMember(member)
                .then(changed)
                .then(() => announce(words.removed(name)))
            }
            {...look}
          />
          <EraseStaffButton member={member} onGone={changed} look={look} />
        </>
      )}
    </>
  );
}

function ComeBack({ name, position }: { name: string; position: StaffPosition }) {
  const changed = useStaffChanged();
  return (
    <ConfirmButton
      label={words.back}
      ariaLabel={words.backLabel(name)}
      question={words.backQuestion(name)}
      text={words.backText}
      confirmLabel={words.back}
      onConfirm={() =>
        changePosition(position, { until: null })
          .then(changed)
          .then(() => announce(words.changed(name)))
      }
      {...look}
    />
  );
}
