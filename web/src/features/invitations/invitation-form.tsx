import { NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { CreatedInvitation, Role } from '../../api/types';
import { texts } from '../../texts/de';
import { ServerForm } from '../../ui/server-form';
import { DraftNote } from '../forms/draft-note';
import { useDraftForm } from '../forms/use-draft-form';
import { housesOf, useSession } from '../session/session';
import { emptyInvitation, invitationBody, invitationRules, type InvitationValues } from './invitation-values';
import { invitableRoles, placeOf } from './inviting';
import { InstitutionField, MunicipalityField } from './place-fields';

const words = texts.invitations;

interface InvitationFormProps {
  onCreated: (invitation: CreatedInvitation) => void;
}

/** Whom to invite, as what, and where. */
export function InvitationForm({ onCreated }: InvitationFormProps) {
  const roles = invitableRoles(useSession());
  const { form, restored, discard, forget } = useInvitationForm(roles);
  const queries = useQueryClient();
  const place = placeOf(form.values.role);
  const send = async (values: InvitationValues) => {
    // The form's own rule has seen to it that a role is chosen.
    const body = invitationBody(values, values.role as Role);
    const created = await unwrap(api.POST('/api/invitations', { body }));
    forget();
    onCreated(created);
    await queries.invalidateQueries({ queryKey: ['invitations'] });
  };
  return (
    <ServerForm form={form} send={send} submitLabel={words.submit}>
      <DraftNote restored={restored} discard={discard} />
      <TextInput label={words.name} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput
        label={words.email}
        type="email"
        inputMode="email"
        autoComplete="off"
        {...form.getInputProps('email')}
      />
      {roles.length > 1 && (
        <NativeSelect
          label={words.role}
          size="md"
          data={[
            { value: '', label: words.chooseRole },
            ...roles.map((role) => ({ value: role, label: texts.words.role[role] })),
          ]}
          {...form.getInputProps('role')}
        />
      )}
      {place === 'institution' && (
        <InstitutionField role={form.values.role} input={form.getInputProps('institutionId')} />
      )}
      {place === 'municipality' && <MunicipalityField input={form.getInputProps('municipalityId')} />}
    </ServerForm>
  );
}

/** What can only be one thing is filled in from the start. */
function useInvitationForm(roles: readonly Role[]) {
  const led = housesOf(useSession()).filter(({ leads }) => leads);
  const initial = emptyInvitation({
    role: (roles.length === 1 && roles[0]) || '',
    institutionId: (led.length === 1 && led[0]?.id) || '',
  });
  return useDraftForm('invitation', initial, invitationRules);
}
