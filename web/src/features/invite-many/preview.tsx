import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { announceProblem } from '../../ui/announce';
import { type Column, DataTable } from '../../ui/data-table';
import { Panel } from '../../ui/panel';
import type { LookedAt } from './file-form';
import { type InvitedPeople, invitePeople, type PersonRow } from './requests';

const words = texts.inviteMany;
const COLORS: Readonly<Record<PersonRow['status'], string>> = {
  new: 'wiese',
  has_role: 'gray',
  invited: 'gray',
  wrong: 'red',
};

interface PreviewProps {
  looked: LookedAt;
  onInvited: (invited: InvitedPeople) => void;
  onOtherFile: () => void;
}

/** What would become of each row, and the button that does it. */
export function Preview({ looked, onInvited, onOtherFile }: PreviewProps) {
  const { municipalityId, file, preview } = looked;
  const { rows, digest } = preview;
  const count = (...statuses: PersonRow['status'][]) =>
    rows.filter(({ status }) => statuses.includes(status)).length;
  const [good, same, wrong] = [count('new'), count('has_role', 'invited'), count('wrong')];
  const queries = useQueryClient();
  const invite = useMutation({
    mutationFn: () => invitePeople({ municipalityId, file, digest, onlyGood: wrong > 0 }),
    onSuccess: (invited) => {
      onInvited(invited);
      void queries.invalidateQueries({ queryKey: ['invitations'] });
    },
    onError: announceProblem,
  });
  return (
    <Panel title={words.previewTitle}>
      <Stack gap="md">
        <Text role="status">
          {good === 0 && wrong === 0 ? words.nobodyNew : words.counts(good, same, wrong)}
        </Text>
        <Group gap="sm">
          {good > 0 && (
            <Button loading={invite.isPending} onClick={() => invite.mutate()}>
              {wrong > 0 ? words.inviteGood(good) : words.invite(good)}
            </Button>
          )}
          <Button variant="default" onClick={onOtherFile}>
            {words.otherFile}
          </Button>
        </Group>
        <DataTable
          caption={words.previewCaption}
          columns={columns}
          rows={[...rows].sort((a, b) => Number(b.status === 'wrong') - Number(a.status === 'wrong'))}
          rowKey={({ number }) => String(number)}
        />
      </Stack>
    </Panel>
  );
}

const columns: Column<PersonRow>[] = [
  { key: 'row', header: words.row, numeric: true, render: ({ number }) => number },
  {
    key: 'person',
    header: words.person,
    primary: true,
    render: ({ name, email }) => (
      <>
        {name}
        <Text size="sm" c="dimmed" fw={400} style={{ overflowWrap: 'anywhere' }}>
          {email}
        </Text>
      </>
    ),
  },
  {
    key: 'role',
    header: words.role,
    render: ({ role, institutionName }) =>
      [role && wordFor(texts.words.role, role), institutionName].filter(Boolean).join(', '),
  },
  {
    key: 'outcome',
    header: words.outcome,
    render: ({ status, errors }) => (
      <>
        <Badge variant="light" color={COLORS[status]} tt="none" fw={500}>
          {words.statuses[status]}
        </Badge>
        {errors.map(({ field, column, value, message }) => (
          <Text key={`${field} ${message}`} size="sm">
            {message}
            {column && value && <Text span c="dimmed">{` (${words.inCell(column, value)})`}</Text>}
          </Text>
        ))}
      </>
    ),
  },
];
