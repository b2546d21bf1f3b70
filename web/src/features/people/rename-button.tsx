import { Button, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { Person } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ServerForm } from '../../ui/server-form';
import { changePerson, usePersonChanged } from './queries';

const words = texts.people;

export function RenameButton({ person }: { person: Person }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" onClick={open}>
        {words.rename}
      </Button>
      <Modal opened={opened} onClose={close} title={words.rename}>
        <RenameForm person={person} onDone={close} />
      </Modal>
    </>
  );
}

function RenameForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const changed = usePersonChanged();
  const form = useForm({
    initialValues: { name: person.name },
    validate: { name: (name) => (name.trim() === '' ? words.nameMissing : null) },
  });
  const send = async ({ name }: { name: string }) => {
    const stored = await changePerson(person, { name });
    announce(words.renamed(stored.name));
    onDone();
    await changed(person.id);
  };
  return (
    <ServerForm form={form} send={send} submitLabel={texts.common.save}>
      <TextInput
        label={texts.invitations.name}
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('name')}
      />
    </ServerForm>
  );
}
