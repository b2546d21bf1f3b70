import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { formatDate, formatInteger } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { MailLink, PhoneLink } from '../institutions/contact-links';
import { useFilteredHref } from './overview-filter';
import type { Overview, QuietHouse } from './queries';
import { showParam, showValues } from './show';

const words = texts.overview.quiet;

/** Houses that have gone quiet, and how to reach them. */
export function QuietPanel({ quiet }: { quiet: Overview['quiet'] }) {
  const href = useFilteredHref();
  return (
    <Panel
      title={words.title}
      action={
        quiet.count > quiet.items.length && (
          <Anchor
            component={Link}
            size="sm"
            href={href('/ueberblick/einrichtungen', { [showParam]: showValues.quiet })}
          >
            {words.all(formatInteger(quiet.count))}
          </Anchor>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="md">
        {words.intro(quiet.sinceSchoolDays)}
      </Text>
      {quiet.items.length === 0 ? (
        <Text>{words.none}</Text>
      ) : (
        <DataTable
          caption={words.title}
          columns={columns}
          rows={quiet.items}
          rowKey={({ institutionId }) => institutionId}
        />
      )}
    </Panel>
  );
}

const columns: readonly Column<QuietHouse>[] = [
  {
    key: 'institution',
    header: words.institution,
    primary: true,
    render: ({ institutionId, name }) => (
      <Anchor component={Link} inherit href={`/einrichtungen/${institutionId}`} fw={600}>
        {name}
      </Anchor>
    ),
  },
  { key: 'district', header: words.district, render: ({ districtName }) => districtName },
  {
    key: 'since',
    header: words.since,
    render: ({ daysSince, lastActivityOn }) => (
      <>
        {words.days(daysSince)}
        <Text span size="sm" c="dimmed" display="block" style={{ whiteSpace: 'nowrap' }}>
          {lastActivityOn === null ? words.never : words.last(formatDate(lastActivityOn))}
        </Text>
      </>
    ),
  },
  { key: 'contact', header: words.contact, render: ({ contactName }) => contactName ?? texts.common.none },
  {
    key: 'reach',
    header: words.reach,
    render: ({ phone, email }) => <Reach phone={phone} email={email} />,
  },
];

function Reach({ phone, email }: { phone: string | null; email: string | null }) {
  if (!phone && !email) return texts.common.none;
  return (
    <Stack gap={0}>
      {phone && <PhoneLink phone={phone} />}
      {email && <MailLink email={email} />}
    </Stack>
  );
}
