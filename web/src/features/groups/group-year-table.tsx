import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { GroupYearHouse } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInstantDate, formatInteger } from '../../ui/format';
import { MailLink, PhoneLink } from '../institutions/contact-links';

const words = texts.groupYears.state;

/** Houses with what is known of their groups, and whom to ask. */
export function GroupYearTable({ houses }: { houses: readonly GroupYearHouse[] }) {
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={houses}
      rowKey={({ institutionId }) => institutionId}
    />
  );
}

const columns: readonly Column<GroupYearHouse>[] = [
  {
    key: 'institution',
    header: words.institution,
    primary: true,
    render: ({ institutionId, name, participating }) => (
      <>
        <Anchor component={Link} inherit href={`/einrichtungen/${institutionId}`} fw={600}>
          {name}
        </Anchor>
        {!participating && (
          <Text span size="sm" c="dimmed" display="block">
            {words.notParticipating}
          </Text>
        )}
      </>
    ),
  },
  { key: 'district', header: words.district, render: ({ districtName }) => districtName },
  {
    key: 'groups',
    header: words.groups,
    render: ({ groups, children }) =>
      words.value(texts.house.groups.groupCount(groups), formatInteger(children)),
  },
  {
    key: 'confirmed',
    header: words.confirmed,
    render: ({ confirmedAt, confirmedByName }) =>
      confirmedAt === null ? (
        words.notYet
      ) : (
        <>
          {formatInstantDate(confirmedAt)}
          {confirmedByName && (
            <Text span size="sm" c="dimmed" display="block">
              {confirmedByName}
            </Text>
          )}
        </>
      ),
  },
  {
    key: 'contact',
    header: words.contact,
    render: ({ contactName, phone, email }) => (
      <Stack gap={0}>
        <span>{contactName ?? texts.common.none}</span>
        {phone && <PhoneLink phone={phone} />}
        {email && <MailLink email={email} />}
      </Stack>
    ),
  },
];
