import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { type Column, DataTable } from '../../ui/data-table';
import { formatDate, formatInteger, formatHours } from '../../ui/format';
import { MailLink, PhoneLink } from '../institutions/contact-links';
import { ParticipationBadge } from '../institutions/participation-badge';
import type { OverviewInstitution } from './queries';

const words = texts.overview.list;

const columns: readonly Column<OverviewInstitution>[] = [
  {
    key: 'institution',
    header: words.institution,
    primary: true,
    render: ({ institutionId, name, kind, districtName }) => (
      <>
        <Anchor component={Link} inherit href={`/einrichtungen/${institutionId}`} fw={600}>
          {name}
        </Anchor>
        <Text span size="sm" c="dimmed" display="block" fw={400}>
          {words.kindAndDistrict(wordFor(texts.words.kind, kind), districtName)}
        </Text>
      </>
    ),
  },
  {
    key: 'status',
    header: words.status,
    render: ({ participationStatus }) => <ParticipationBadge status={participationStatus ?? undefined} />,
  },
  {
    key: 'groups',
    header: words.groups,
    numeric: true,
    render: ({ activeGroups, groups }) =>
      texts.reports.of(formatInteger(activeGroups), formatInteger(groups)),
  },
  {
    key: 'children',
    header: words.children,
    numeric: true,
    render: ({ childrenReached }) => formatInteger(childrenReached),
  },
  {
    key: 'activities',
    header: words.activities,
    numeric: true,
    render: ({ activities }) => formatInteger(activities),
  },
  {
    key: 'time',
    header: words.time,
    numeric: true,
    render: ({ minutes }) => formatHours(minutes),
  },
  { key: 'last', header: words.last, render: (row) => <LastActivity row={row} /> },
];

const contactColumn: Column<OverviewInstitution> = {
  key: 'contact',
  header: words.contact,
  render: ({ contactName, phone, email }) => (
    <Stack gap={0}>
      {contactName}
      {phone && <PhoneLink phone={phone} />}
      {email && <MailLink email={email} />}
    </Stack>
  ),
};

/** Where the next step is a call, the contact matters more than the figures. */
const columnsToCall = [
  ...columns.filter(({ key }) => !['groups', 'children', 'time'].includes(key)),
  contactColumn,
];

interface OverviewInstitutionTableProps {
  institutions: readonly OverviewInstitution[];
  withContact: boolean;
}

/** The institutions behind a number, with their own numbers. */
export function OverviewInstitutionTable({ institutions, withContact }: OverviewInstitutionTableProps) {
  return (
    <DataTable
      caption={words.institution}
      columns={withContact ? columnsToCall : columns}
      rows={institutions}
      rowKey={({ institutionId }) => institutionId}
    />
  );
}

function LastActivity({ row: { lastActivityOn, daysSince } }: { row: OverviewInstitution }) {
  const days = daysSince !== null && (
    <Text span size="sm" c="dimmed" display="block" style={{ whiteSpace: 'nowrap' }}>
      {lastActivityOn === null ? words.silentSince(daysSince) : words.lastDays(daysSince)}
    </Text>
  );
  return (
    <>
      {lastActivityOn === null ? words.never : formatDate(lastActivityOn)}
      {days}
    </>
  );
}
