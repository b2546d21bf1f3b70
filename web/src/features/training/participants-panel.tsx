import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Registration, Training } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { type Column, DataTable } from '../../ui/data-table';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { DownloadMenu } from '../overview/download-menu';
import { RegistrationBadge } from './badges';
import { registrationsQuery, useTrainingsChanged, withdraw } from './queries';

const words = texts.training.participants;
const { own } = texts.training;

const columns: readonly Column<Registration>[] = [
  {
    key: 'name',
    header: words.name,
    primary: true,
    render: ({ name, hasEmail }) => (
      <>
        {name ?? words.unnamed}
        {name && !hasEmail && (
          <Text span size="sm" c="dimmed" display="block">
            {texts.training.team.noEmail}
          </Text>
        )}
      </>
    ),
  },
  {
    key: 'function',
    header: words.function,
    render: ({ function: work }) => (work && texts.staff.functions[work]) ?? '',
  },
  { key: 'house', header: words.house, render: ({ institutionName }) => institutionName ?? '' },
  { key: 'state', header: words.state, render: (registration) => <RegistrationBadge {...registration} /> },
];

/** Who is on a training and who waits, as far as the person may know. */
export function ParticipantsPanel({ training, ownOnly }: { training: Training; ownOnly: boolean }) {
  const registrations = useQuery(registrationsQuery(training.id));
  const over = training.state === 'completed' || training.state === 'cancelled';
  const actions: Column<Registration> = {
    key: 'actions',
    header: words.actions,
    actions: true,
    render: (registration) => registration.state !== 'withdrawn' && <Withdraw registration={registration} />,
  };
  return (
    <Panel
      title={ownOnly ? words.ownHouse : words.title}
      action={<DownloadMenu of="attendance" filter={{ trainingId: training.id }} />}
    >
      <QueryView query={registrations}>
        {(listed) =>
          listed.length === 0 ? (
            <Text c="dimmed">{words.empty}</Text>
          ) : (
            <DataTable
              caption={words.title}
              columns={over ? columns : [...columns, actions]}
              rows={listed}
              rowKey={({ id }) => id}
            />
          )
        }
      </QueryView>
    </Panel>
  );
}

function Withdraw({ registration }: { registration: Registration }) {
  const changed = useTrainingsChanged();
  const name = registration.name ?? words.unnamed;
  return (
    <Group display="inline-flex">
      <ConfirmButton
        size="compact-sm"
        mih={40}
        label={words.withdraw}
        ariaLabel={words.withdrawLabel(name)}
        question={words.withdrawQuestion(name)}
        text={(registration.state === 'waiting' ? own.stopWaiting : own.giveBack).text}
        confirmLabel={words.withdraw}
        onConfirm={() =>
          withdraw(registration)
            .then(changed)
            .then(() => announce(words.withdrawn(name)))
        }
      />
    </Group>
  );
}
