import { Button, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { StaffFunction, StaffMember } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { FormProblem } from '../../ui/server-form';
import type { Versioned } from '../forms/conflict';
import { ConflictDialog } from '../forms/conflict-dialog';
import { DraftNote } from '../forms/draft-note';
import { NumberField } from '../forms/number-field';
import { useDraftForm } from '../forms/use-draft-form';
import { useVersionedSubmit } from '../forms/use-versioned-submit';
import { InstitutionSelect } from '../invitations/institution-select';
import { changeStaffMember, createStaffMember, houseAccountsQuery, useStaffChanged } from './queries';

const words = texts.staff;

interface Values extends Versioned {
  id: string;
  institutionId: string;
  name: string;
  function: string;
  email: string;
  weeklyHours: number | null;
  accountId: string;
  despiteSameEmail: boolean;
}

const valuesOf = ({ id, version, institutionId, name, ...member }: StaffMember): Values => ({
  ...{ id, version, institutionId, name, function: member.function, weeklyHours: member.weeklyHours },
  ...{ email: member.email ?? '', accountId: member.accountId ?? '', despiteSameEmail: false },
});

const emptyIn = (institutionId: string): Values => ({
  ...{ id: newId(), version: null, institutionId, name: '', function: '', email: '' },
  ...{ weeklyHours: null, accountId: '', despiteSameEmail: false },
});

/** Values as the interface takes them. */
function fieldsOf({
  id: _,
  version: __,
  institutionId: ___,
  accountId,
  function: work,
  ...values
}: Partial<Values>) {
  return {
    ...values,
    ...(work !== undefined && { function: work as StaffFunction }),
    ...(accountId !== undefined && { accountId: accountId === '' ? null : accountId }),
  };
}

interface StaffFormProps {
  /** The house of a new record; null lets the person choose. */
  institutionId: string | null;
  /** Null for somebody new. */
  member: StaffMember | null;
  onSaved: () => void;
}

/** Who somebody is: only the name and the function are asked for. */
export function StaffForm({ institutionId, member, onSaved }: StaffFormProps) {
  const changed = useStaffChanged();
  const { start, form, restored, discard, forget } = useDraftForm<Values>(
    member ? `staff:${member.id}` : `staff:new:${institutionId ?? ''}`,
    member ? valuesOf(member) : emptyIn(institutionId ?? ''),
    {
      institutionId: (house) => (house === '' ? words.houseMissing : null),
      name: (name) => (name.trim() === '' ? words.nameMissing : null),
      function: (work) => (work === '' ? words.functionMissing : null),
    },
  );
  const submit = useVersionedSubmit<Values, StaffMember>({
    form,
    base: member && start,
    valuesOf,
    send: async (changes, values) => {
      const { id, version, name } = values;
      if (version !== null) await changeStaffMember({ id, version }, fieldsOf(changes));
      else {
        const { institutionId: house, function: work } = values;
        await createStaffMember({
          ...fieldsOf(values),
          id,
          institutionId: house,
          name,
          function: work as StaffFunction,
        });
      }
      forget();
      await changed();
      announce(version === null ? words.created(name) : words.changed(name));
      onSaved();
    },
  });
  const sameEmail = submit.problem?.code === 'same_email';
  const saveAnyway = () => {
    form.setFieldValue('despiteSameEmail', true);
    window.setTimeout(submit.onSubmit);
  };
  return (
    <form onSubmit={submit.onSubmit} noValidate>
      <Stack gap="md">
        <DraftNote restored={restored} discard={discard} />
        <StaffFields form={form} choosesHouse={institutionId === null && member === null} />
        {submit.problem && <FormProblem problem={submit.problem} />}
        <Button type="submit" size="lg" loading={submit.pending}>
          {texts.common.save}
        </Button>
        {sameEmail && (
          <Button variant="default" onClick={saveAnyway}>
            {words.despiteSameEmail}
          </Button>
        )}
      </Stack>
      <ConflictDialog
        {...submit}
        labels={{ ...words, id: '', version: '', institutionId: '', despiteSameEmail: '' }}
        describe={(field, values) => String(values[field] ?? '')}
      />
    </form>
  );
}

interface StaffFieldsProps {
  form: UseFormReturnType<Values>;
  choosesHouse: boolean;
}

function StaffFields({ form, choosesHouse }: StaffFieldsProps) {
  return (
    <>
      {choosesHouse && <InstitutionSelect {...form.getInputProps('institutionId')} />}
      <TextInput
        label={words.name}
        maxLength={100}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <NativeSelect
        size="md"
        label={words.function}
        data={[
          { value: '', label: '' },
          ...Object.entries(words.functions).map(([value, label]) => ({ value, label })),
        ]}
        {...form.getInputProps('function')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="email"
          label={words.email}
          description={words.emailHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <NumberField
          label={words.weeklyHours}
          allowDecimal
          decimalScale={1}
          decimalSeparator=","
          max={60}
          {...form.getInputProps('weeklyHours')}
        />
      </SimpleGrid>
      {form.values.institutionId !== '' && (
        <AccountSelect institutionId={form.values.institutionId} {...form.getInputProps('accountId')} />
      )}
    </>
  );
}

function AccountSelect({ institutionId, ...input }: { institutionId: string; value?: string }) {
  const { data: accounts = [] } = useQuery(houseAccountsQuery(institutionId));
  const known = accounts.some(({ id }) => id === input.value);
  const options = accounts.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }));
  // An account that the reader does not look after is kept, and not named.
  const kept = input.value && !known ? [{ value: input.value, label: words.hasAccount }] : [];
  return (
    <NativeSelect
      size="md"
      label={words.accountId}
      description={words.accountHint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[{ value: '', label: words.noAccount }, ...kept, ...options]}
      {...input}
    />
  );
}
