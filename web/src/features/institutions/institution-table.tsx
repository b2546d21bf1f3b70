import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { type Column, DataTable } from '../../ui/data-table';
import { ParticipationBadge } from './participation-badge';

const words = texts.institutions.list;

const columns: readonly Column<Institution>[] = [
  {
    key: 'name',
    header: words.name,
    primary: true,
    sort: { ascending: 'name', descending: '-name' },
    render: ({ id, name, archivedAt }) => (
      <Group gap="xs">
        <Anchor component={Link} inherit href={`/einrichtungen/${id}`} fw={600}>
          {name}
        </Anchor>
        {archivedAt && (
          <Badge variant="default" tt="none">
            {words.archived}
          </Badge>
        )}
      </Group>
    ),
  },
  {
    key: 'district',
    header: words.kindAndDistrict,
    sort: { ascending: 'district' },
    render: ({ kind, districtName }) => `${wordFor(texts.words.kind, kind)}, ${districtName}`,
  },
  {
    key: 'provider',
    header: words.provider,
    render: ({ providerKind }) => wordFor(texts.terms.providerKind, providerKind),
  },
  {
    key: 'participation',
    header: words.participation,
    render: ({ participation }) => <ParticipationBadge status={participation?.status} />,
  },
  {
    key: 'coach',
    header: words.coach,
    render: ({ participation }) => participation?.coach?.name ?? <NoValue />,
  },
];

interface InstitutionTableProps {
  institutions: readonly Institution[];
  sort: string;
  onSort: (sort: string) => void;
}

export function InstitutionTable({ institutions, sort, onSort }: InstitutionTableProps) {
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={institutions}
      rowKey={({ id }) => id}
      sort={sort}
      onSort={onSort}
    />
  );
}

function NoValue() {
  return (
    <Text span inherit c="dimmed">
      {texts.common.none}
    </Text>
  );
}
