import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { DeskHouse } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { formatDate } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { PhoneLink } from '../institutions/contact-links';
import { ParticipationBadge } from '../institutions/participation-badge';
import { AdviceButton } from './advice-button';

const words = texts.advice;

const LONGEST_SHOWN = 5;

/** Whom to call next. @param houses longest without contact first */
export function LongestWithout({ houses }: { houses: readonly DeskHouse[] }) {
  return (
    <Panel title={words.longest}>
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {houses.slice(0, LONGEST_SHOWN).map((house) => (
          <Group key={house.institutionId} component="li" justify="space-between" align="flex-start" gap="sm">
            <div style={{ flex: '1 1 190px' }}>
              <HouseLink house={house} />
              <Text size="sm">{sinceOf(house)}</Text>
              {house.phone && (
                <Text size="sm">
                  <PhoneLink phone={house.phone} />
                </Text>
              )}
            </div>
            <AdviceButton institutionId={house.institutionId} name={house.name} short />
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

function HouseLink({ house: { institutionId, name } }: { house: DeskHouse }) {
  return (
    <Anchor
      component={Link}
      href={`/einrichtungen/${institutionId}`}
      fw={600}
      style={{ overflowWrap: 'anywhere' }}
    >
      {name}
    </Anchor>
  );
}

function sinceOf({ daysSince, nextContactOn }: DeskHouse): string {
  const since = daysSince === null ? words.never : words.daysAgo(daysSince);
  return nextContactOn === null ? since : `${since}, ${words.next(formatDate(nextContactOn))}`;
}

const columns: readonly Column<DeskHouse>[] = [
  {
    key: 'house',
    header: words.columns.house,
    primary: true,
    render: (house) => (
      <div>
        <HouseLink house={house} />
        <Text size="sm" c="dimmed" fw={400}>
          {house.districtName}
        </Text>
      </div>
    ),
  },
  {
    key: 'status',
    header: words.columns.status,
    render: ({ participationStatus }) => <ParticipationBadge status={participationStatus ?? undefined} />,
  },
  { key: 'last', header: words.columns.last, render: sinceOf },
  {
    key: 'modules',
    header: words.columns.modules,
    render: ({ institutionId, name, wished, planned }) => (
      <Anchor
        component={Link}
        href={`/module?einrichtung=${institutionId}`}
        inherit
        aria-label={`${words.toModulesLabel(name)}: ${words.modulesOf(wished, planned)}`}
      >
        {words.modulesOf(wished, planned)}
      </Anchor>
    ),
  },
  {
    key: 'materials',
    header: words.columns.materials,
    render: ({ materialsOn }) => (materialsOn === null ? words.materialsMissing : formatDate(materialsOn)),
  },
  {
    key: 'actions',
    header: words.columns.actions,
    actions: true,
    render: ({ institutionId, name }) => <AdviceButton institutionId={institutionId} name={name} short />,
  },
];

/** More than a screen or two only when asked for. */
const HOUSES_SHOWN = 12;

/** Every house that the person coaches, by name. */
export function MyHouses({ houses }: { houses: readonly DeskHouse[] }) {
  const [all, setAll] = useState(false);
  const byName = houses.toSorted((a, b) => a.name.localeCompare(b.name, 'de', { numeric: true }));
  return (
    <Panel title={words.houses}>
      <DataTable
        caption={words.houses}
        columns={columns}
        rows={all ? byName : byName.slice(0, HOUSES_SHOWN)}
        rowKey={({ institutionId }) => institutionId}
      />
      {!all && byName.length > HOUSES_SHOWN && (
        <Button variant="default" mt="md" onClick={() => setAll(true)}>
          {words.showAll(byName.length)}
        </Button>
      )}
    </Panel>
  );
}
