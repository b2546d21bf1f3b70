import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Person } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { EmailText } from '../../ui/email-text';
import { formatInstant } from '../../ui/format';
import { roleInWords } from './role-words';

const words = texts.people;

const columns: Column<Person>[] = [
  {
    key: 'name',
    header: words.name,
    primary: true,
    render: ({ id, name, disabledAt }) => (
      <Group gap="xs">
        <Anchor component={Link} inherit href={`/konten/${id}`}>
          {name}
        </Anchor>
        {disabledAt !== null && (
          <Badge variant="light" color="red" tt="none" fw={500}>
            {words.disabled}
          </Badge>
        )}
      </Group>
    ),
  },
  { key: 'roles', header: words.roles, render: (person) => <Roles person={person} /> },
  {
    key: 'email',
    header: words.email,
    render: ({ email }) => <EmailText>{email}</EmailText>,
  },
  {
    key: 'lastSignIn',
    header: words.lastSignIn,
    render: ({ lastSignInAt }) => (lastSignInAt ? formatInstant(lastSignInAt) : words.neverSignedIn),
  },
];

/** People in lines; each name leads to what one may do about them. */
export function PeopleTable({ people }: { people: readonly Person[] }) {
  return <DataTable caption={words.caption} columns={columns} rows={people} rowKey={({ id }) => id} />;
}

function Roles({ person: { roles } }: { person: Person }) {
  if (roles.length === 0) return <Text c="dimmed">{words.noRoles}</Text>;
  return (
    <>
      {roles.map((role) => (
        <div key={role.id}>{roleInWords(role)}</div>
      ))}
    </>
  );
}
