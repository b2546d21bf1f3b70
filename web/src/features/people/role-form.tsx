import { NativeSelect, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Person, Role } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ServerForm } from '../../ui/server-form';
import { invitationRules } from '../invitations/invitation-values';
import { invitableRoles, placeOf } from '../invitations/inviting';
import { InstitutionField, MunicipalityField } from '../invitations/place-fields';
import { housesOf, useSession } from '../session/session';
import { addRole, usePersonChanged } from './queries';

const words = texts.people;

interface RoleFormProps {
  person: Person;
  onDone: () => void;
}

/** A further role for somebody who has an account already. */
export function RoleForm({ person, onDone }: RoleFormProps) {
  const roles = invitableRoles(useSession());
  const form = useRoleForm(roles);
  const changed = usePersonChanged();
  const { role } = form.values;
  const place = placeOf(role);
  const send = async ({ institutionId, municipalityId }: RoleValues) => {
    await addRole(person.id, {
      // The form's own rule has seen to it that a role is chosen.
      role: role as Role,
      ...(place === 'institution' && { institutionId }),
      ...(place === 'municipality' && { municipalityId }),
    });
    announce(words.roleAdded(person.name));
    onDone();
    await changed(person.id);
  };
  return (
    <ServerForm form={form} send={send} submitLabel={words.add}>
      <Text size="sm" c="dimmed">
        {words.addRoleHint}
      </Text>
      <NativeSelect
        label={words.role}
        size="md"
        data={[
          { value: '', label: texts.invitations.chooseRole },
          ...roles.map((one) => ({ value: one, label: texts.words.role[one] })),
        ]}
        {...form.getInputProps('role')}
      />
      {place === 'institution' && (
        <InstitutionField role={role} input={form.getInputProps('institutionId')} />
      )}
      {place === 'municipality' && <MunicipalityField input={form.getInputProps('municipalityId')} />}
    </ServerForm>
  );
}

interface RoleValues {
  role: Role | '';
  institutionId: string;
  municipalityId: string;
}

/** What can only be one thing is filled in from the start. */
function useRoleForm(roles: readonly Role[]) {
  const led = housesOf(useSession()).filter(({ leads }) => leads);
  const { role, institutionId, municipalityId } = invitationRules;
  return useForm<RoleValues>({
    initialValues: {
      role: (roles.length === 1 && roles[0]) || '',
      institutionId: (led.length === 1 && led[0]?.id) || '',
      municipalityId: '',
    },
    validate: { role, institutionId, municipalityId },
  });
}
