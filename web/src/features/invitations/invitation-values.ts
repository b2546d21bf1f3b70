import type { NewInvitation, Role } from '../../api/types';
import { newId } from '../../outbox/new-id';
import { texts } from '../../texts/de';
import { placeOf } from './inviting';

const words = texts.invitations;

/** The form of an invitation; what is not chosen yet is empty. */
export interface InvitationValues {
  id: string;
  name: string;
  email: string;
  role: Role | '';
  institutionId: string;
  municipalityId: string;
}

/** What can only be one thing is filled in from the start. */
export interface OnlyChoices {
  role: Role | '';
  institutionId: string;
}

export function emptyInvitation(only: OnlyChoices): InvitationValues {
  return { id: newId(), name: '', email: '', municipalityId: '', ...only };
}

const filled = (sentence: string) => (value: string) => (value.trim() === '' ? sentence : null);

export const invitationRules = {
  name: filled(words.nameMissing),
  email: filled(words.emailMissing),
  role: filled(words.chooseRole),
  institutionId: (id: string, { role }: Pick<InvitationValues, 'role'>) =>
    placeOf(role) === 'institution' && id === '' ? words.chooseInstitution : null,
  municipalityId: (id: string, { role }: Pick<InvitationValues, 'role'>) =>
    placeOf(role) === 'municipality' && id === '' ? words.chooseMunicipality : null,
};

/** What is sent: a role at a house names the house, one in a municipality the municipality, the others neither. */
export function invitationBody(values: InvitationValues, role: Role): NewInvitation {
  const { id, name, email, institutionId, municipalityId } = values;
  const place = placeOf(role);
  return {
    id,
    role,
    name: name.trim(),
    email: email.trim(),
    ...(place === 'institution' && { institutionId }),
    ...(place === 'municipality' && { municipalityId }),
  };
}
