import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import type { HeldRole, Person } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { Panel } from '../../ui/panel';
import { removeRole, usePersonChanged } from './queries';
import { RoleForm } from './role-form';
import { roleInWords } from './role-words';

const words = texts.people;

interface RolesPanelProps {
  person: Person;
  /** Called when the last role that the asker knew of is gone, and the person with it. */
  onGone: () => void;
}

/** What the person may do and where; one may give and take what is one's own to give. */
export function RolesPanel({ person, onGone }: RolesPanelProps) {
  const { roles } = person;
  return (
    <Panel title={words.roles} action={<AddRole person={person} />}>
      {roles.length === 0 ? (
        <Text c="dimmed">{words.noRoles}</Text>
      ) : (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {roles.map((role) => (
            <Group component="li" key={role.id} justify="space-between" gap="xs" mih={44}>
              <Text>{roleInWords(role)}</Text>
              {role.mayRemove && (
                <RemoveRole person={person} role={role} onGone={roles.length === 1 ? onGone : undefined} />
              )}
            </Group>
          ))}
        </Stack>
      )}
    </Panel>
  );
}

function AddRole({ person }: { person: Person }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="sm" leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
        {words.addRole}
      </Button>
      <Modal opened={opened} onClose={close} title={words.addRoleTitle(person.name)}>
        <RoleForm person={person} onDone={close} />
      </Modal>
    </>
  );
}

interface RemoveRoleProps {
  person: Person;
  role: HeldRole;
  onGone?: () => void;
}

function RemoveRole({ person: { id, name }, role, onGone }: RemoveRoleProps) {
  const changed = usePersonChanged();
  const inWords = roleInWords(role);
  const remove = async () => {
    await removeRole(id, role);
    announce(words.roleRemoved(name, inWords));
    onGone?.();
    await changed(id);
  };
  return (
    <ConfirmButton
      size="sm"
      label={words.removeRole}
      ariaLabel={words.removeRoleLabel(inWords)}
      question={words.removeQuestion}
      text={words.removeText(name, inWords)}
      confirmLabel={words.removeRole}
      onConfirm={remove}
    />
  );
}
