import { Badge, Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { TabletPerson } from '../../api/types';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInstant, formatInstantDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { tabletPeopleQuery } from './queries';

const words = texts.tablets.people;

/** Who can unlock the house's tablets, and help for those who cannot. */
export function TabletPeople({ institutionId }: { institutionId: string }) {
  const people = useQuery(tabletPeopleQuery(institutionId));
  return (
    <Panel title={words.title}>
      <Text c="dimmed" mb="md">
        {words.intro}
      </Text>
      <QueryView query={people}>
        {(items) => (
          <DataTable
            caption={words.title}
            columns={COLUMNS}
            rows={items}
            rowKey={({ accountId }) => accountId}
          />
        )}
      </QueryView>
    </Panel>
  );
}

const COLUMNS: readonly Column<TabletPerson>[] = [
  { key: 'name', header: words.person, primary: true, render: ({ name }) => name },
  { key: 'pin', header: words.pin, render: (person) => <PinState person={person} /> },
  {
    key: 'badge',
    header: words.badge,
    render: ({ badgeMadeAt }) =>
      badgeMadeAt === null ? words.noBadge : words.badgeSince(formatInstantDate(badgeMadeAt)),
  },
  { key: 'help', header: words.actions, actions: true, render: (person) => <Help person={person} /> },
];

function PinState({ person: { pinSetAt, pinLockedAt } }: { person: TabletPerson }) {
  if (pinLockedAt !== null) {
    return (
      <div>
        <Badge color="red" variant="light" tt="none">
          {words.locked}
        </Badge>
        <Text size="sm">{words.lockedSince(formatInstant(pinLockedAt))}</Text>
      </div>
    );
  }
  return pinSetAt === null ? words.noPin : words.pinSince(formatInstantDate(pinSetAt));
}

function Help({ person }: { person: TabletPerson }) {
  const { name, pinSetAt, pinLockedAt, badgeMadeAt } = person;
  const { clear, dropBadge } = useHelp(person);
  return (
    <Group gap="xs" justify="flex-end">
      {pinLockedAt !== null && <Release person={person} />}
      {pinSetAt !== null && (
        <ConfirmButton
          size="compact-sm"
          mih={32}
          label={words.clear}
          ariaLabel={words.clearLabel(name)}
          question={words.clearQuestion(name)}
          text={words.clearText}
          confirmLabel={words.clear}
          onConfirm={clear}
        />
      )}
      {badgeMadeAt !== null && (
        <ConfirmButton
          size="compact-sm"
          mih={32}
          label={words.dropBadge}
          ariaLabel={words.dropBadgeLabel(name)}
          question={words.dropBadgeQuestion(name)}
          text={words.dropBadgeText}
          confirmLabel={words.dropBadge}
          onConfirm={dropBadge}
        />
      )}
    </Group>
  );
}

function Release({ person }: { person: TabletPerson }) {
  const { release } = useHelp(person);
  const [pending, setPending] = useState(false);
  const send = () => {
    setPending(true);
    release()
      .catch(announceProblem)
      .finally(() => setPending(false));
  };
  return (
    <Button
      size="compact-sm"
      mih={32}
      loading={pending}
      aria-label={words.releaseLabel(person.name)}
      onClick={send}
    >
      {words.release}
    </Button>
  );
}

function useHelp({ accountId: id, name }: TabletPerson) {
  const queries = useQueryClient();
  const path = { params: { path: { id } } };
  const changed = (sentence: string) => {
    announce(sentence);
    return queries.invalidateQueries({ queryKey: ['tablet-people'] });
  };
  return {
    release: async () => {
      await unwrap(api.POST('/api/tablet-people/{id}/unlocking', path));
      await changed(words.released(name));
    },
    clear: async () => {
      await unwrap(api.DELETE('/api/tablet-people/{id}/pin', path));
      await changed(words.cleared(name));
    },
    dropBadge: async () => {
      await unwrap(api.DELETE('/api/tablet-people/{id}/badge', path));
      await changed(words.badgeDropped(name));
    },
  };
}
