import { Button, Stack, TextInput } from '@mantine/core';
import type { components } from '../../api/schema';
import type { Contact } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import type { Versioned } from '../forms/conflict';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { useHouseChanged } from '../institutions/use-house-changed';
import { changeContact, createContact } from './queries';

const words = texts.contacts;

type ContactChange = components['schemas']['UpdateInstitutionContactDto'];

interface Values extends Versioned {
  id: string;
  name: string;
  function: string;
  phone: string;
  email: string;
}

const valuesOf = ({ id, version, name, phone, email, ...rest }: Contact): Values => ({
  ...{ id, version, name, function: rest.function ?? '', phone: phone ?? '', email: email ?? '' },
});

interface ContactFormProps {
  institutionId: string;
  /** Null for a new one. */
  contact: Contact | null;
  onSaved: () => void;
}

/** Somebody to ask in a house, beside its main contact. */
export function ContactForm({ institutionId, contact, onSaved }: ContactFormProps) {
  const changed = useHouseChanged(institutionId);
  const { start, form, restored, discard, forget } = useDraftForm<Values>(
    contact ? `contact:${contact.id}` : `contact:new:${institutionId}`,
    contact
      ? valuesOf(contact)
      : { id: newId(), version: null, name: '', function: '', phone: '', email: '' },
    { name: (name) => (name.trim() === '' ? words.nameMissing : null) },
  );
  const submit = useVersionedSubmit<Values, Contact>({
    form,
    base: contact && start,
    valuesOf,
    send: async (changes, { id, version, name, ...all }) => {
      if (version === null) await createContact({ ...orNull(all), id, institutionId, name });
      else await changeContact({ id, version }, orNull(changes));
      forget();
      await changed();
      announce(version === null ? words.created(name) : words.changed(name));
      onSaved();
    },
  });
  const input = { autoComplete: 'off' } as const;
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <TextInput label={words.name} data-autofocus {...input} {...form.getInputProps('name')} />
        <TextInput
          label={words.function}
          description={words.functionHint}
          {...input}
          {...form.getInputProps('function')}
        />
        <TextInput label={words.phone} type="tel" {...input} {...form.getInputProps('phone')} />
        <TextInput label={words.email} type="email" {...input} {...form.getInputProps('email')} />
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
      </Stack>
      <ConflictDialog
        {...submit}
        labels={{ ...words, id: '', version: '' }}
        describe={(field, values) => String(values[field] ?? '')}
      />
    </form>
  );
}

/** The interface takes null for empty; a name is never that. */
function orNull({ id: _i, version: _v, name, ...rest }: Partial<Values>): ContactChange {
  const fields = Object.entries(rest).map(([field, value]): [string, string | null] => [
    field,
    value || null,
  ]);
  return { ...(name !== undefined && { name }), ...Object.fromEntries(fields) };
}
