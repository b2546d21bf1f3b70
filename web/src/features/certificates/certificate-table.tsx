import { Badge, Button, Group, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Certificate } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { type Column, DataTable } from '../../ui/data-table';
import { formatDate } from '../../ui/format';
import { documentHref, isGood } from './queries';

const words = texts.certificates;
const UNITS = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** Green while it is right, orange where something is to be done, grey when it is over; the word says it too. */
const COLOURS: Readonly<Record<string, string>> = { good: 'wiese', outdated: 'sonne' };

export const formatUnits = (units: number): string => UNITS.format(units);

interface CertificateTableProps {
  certificates: readonly Certificate[];
  /** Of one training: its title and days stand above already. Of oneself: so does the name. */
  of?: 'training' | 'oneself' | 'everybody';
  /** Further buttons of a certificate. */
  actions?: (certificate: Certificate) => ReactNode;
}

/** Certificates with the way to their papers. */
export function CertificateTable({ certificates, of = 'everybody', actions }: CertificateTableProps) {
  return (
    <DataTable
      caption={words.caption}
      rows={certificates}
      rowKey={({ id }) => id}
      columns={[...HEADS[of], ...COMMON, actionsOf(actions)]}
    />
  );
}

const NAME: Column<Certificate> = {
  key: 'name',
  header: words.columns.name,
  primary: true,
  render: ({ personName, institutionName }) => (
    <>
      <Text fw={600}>{personName}</Text>
      <Text size="sm" c="dimmed" fw={400}>
        {institutionName}
      </Text>
    </>
  ),
};

const WHAT: Column<Certificate> = {
  key: 'training',
  header: words.columns.training,
  render: ({ title, firstDay, lastDay }) => (
    <>
      <Text>{title}</Text>
      <Text size="sm" c="dimmed" className="numbers">
        {firstDay === lastDay ? formatDate(firstDay) : `${formatDate(firstDay)} – ${formatDate(lastDay)}`}
      </Text>
    </>
  ),
};

/** What tells one from another. */
const HEADS = { training: [NAME], oneself: [{ ...WHAT, primary: true }], everybody: [NAME, WHAT] };

const COMMON: Column<Certificate>[] = [
  { key: 'kind', header: words.columns.kind, render: ({ kind }) => wordFor(words.kinds, kind) },
  {
    key: 'units',
    header: words.columns.units,
    numeric: true,
    render: ({ teachingUnits }) => formatUnits(teachingUnits),
  },
  {
    key: 'number',
    header: words.columns.number,
    render: ({ number }) => (
      <Text span className="numbers" style={{ whiteSpace: 'nowrap' }}>
        {number}
      </Text>
    ),
  },
  {
    key: 'state',
    header: words.columns.state,
    render: ({ state, endedReason }) => (
      <>
        <Badge
          variant="light"
          color={COLOURS[state] ?? 'gray'}
          tt="none"
          size="lg"
          fw={500}
          miw="max-content"
        >
          {wordFor(words.states, state)}
        </Badge>
        {endedReason !== null && (
          <Text size="sm" c="dimmed">
            {endedReason}
          </Text>
        )}
      </>
    ),
  },
];

function actionsOf(more: CertificateTableProps['actions']): Column<Certificate> {
  return {
    key: 'actions',
    header: words.columns.actions,
    actions: true,
    render: (certificate) =>
      isGood(certificate) && (
        <Group gap="xs" justify="flex-end" wrap="wrap">
          <Button
            component="a"
            href={documentHref(certificate)}
            target="_blank"
            rel="noopener"
            variant="default"
            size="sm"
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
            aria-label={words.openOf(certificate.personName, certificate.number)}
          >
            {words.open}
          </Button>
          {more?.(certificate)}
        </Group>
      ),
  };
}
