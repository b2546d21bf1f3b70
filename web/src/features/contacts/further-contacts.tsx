import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Contact, Institution } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { DialogButton } from '../../ui/dialog-button';
import { MailLink, PhoneLink } from '../institutions/contact-links';
import { useHouseChanged } from '../institutions/use-house-changed';
import { ContactForm } from './contact-form';
import { contactsQuery, removeContact } from './queries';

const words = texts.contacts;

interface FurtherContactsProps {
  institution: Institution;
  editable: boolean;
}

/** Whom to ask beside the main contact; nothing where there is nobody and nobody can be added. */
export function FurtherContacts({ institution: { id }, editable }: FurtherContactsProps) {
  const { data = [] } = useQuery(contactsQuery(id));
  if (data.length === 0 && !editable) return null;
  return (
    <Stack gap="sm" mt="md">
      {data.length > 0 && (
        <Title order={3} fz="md">
          {words.further}
        </Title>
      )}
      {data.map((contact) => (
        <Group key={contact.id} justify="space-between" align="flex-start" gap="xs">
          <ContactText contact={contact} />
          {editable && <Actions contact={contact} />}
        </Group>
      ))}
      {editable && (
        <Group className="no-print">
          <DialogButton label={words.add} title={words.addTitle}>
            {(close) => <ContactForm institutionId={id} contact={null} onSaved={close} />}
          </DialogButton>
        </Group>
      )}
    </Stack>
  );
}

function ContactText({ contact }: { contact: Contact }) {
  const { name, phone, email } = contact;
  return (
    <div>
      <Text>
        {name}
        {contact.function && (
          <Text span c="dimmed">
            , {contact.function}
          </Text>
        )}
      </Text>
      {phone && (
        <Text size="sm">
          <PhoneLink phone={phone} />
        </Text>
      )}
      {email && (
        <Text size="sm">
          <MailLink email={email} />
        </Text>
      )}
    </div>
  );
}

function Actions({ contact }: { contact: Contact }) {
  const changed = useHouseChanged(contact.institutionId);
  const { name } = contact;
  const look = { size: 'compact-sm', mih: 32 } as const;
  return (
    <Group gap={4} className="no-print">
      <DialogButton
        label={texts.common.edit}
        ariaLabel={words.editLabel(name)}
        title={words.editTitle}
        variant="subtle"
        {...look}
      >
        {(close) => <ContactForm institutionId={contact.institutionId} contact={contact} onSaved={close} />}
      </DialogButton>
      <ConfirmButton
        label={texts.common.remove}
        ariaLabel={words.removeLabel(name)}
        question={words.removeQuestion(name)}
        text={words.removeText}
        confirmLabel={texts.common.remove}
        onConfirm={() =>
          removeContact(contact)
            .then(changed)
            .then(() => announce(words.removed(name)))
        }
        {...look}
      />
    </Group>
  );
}
