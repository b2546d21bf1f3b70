import { NativeSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { texts } from '../../texts/de';
import { useOwnMunicipalities } from '../institutions/reference';
import { housesOf, useSession } from '../session/session';
import { InstitutionSelect } from './institution-select';
import type { InvitationValues } from './invitation-values';
import { invitesForOwnHouses } from './inviting';

const words = texts.invitations;

type FieldProps = { form: UseFormReturnType<InvitationValues> };

/** The house of the role: one of the own few, or searched in the whole town. */
export function InstitutionField({ form }: FieldProps) {
  const session = useSession();
  if (!invitesForOwnHouses(session, form.values.role))
    return <InstitutionSelect {...form.getInputProps('institutionId')} />;
  const houses = housesOf(session).filter(({ leads }) => leads);
  return (
    <NativeSelect
      label={words.institution}
      size="md"
      data={[
        ...(houses.length > 1 ? [{ value: '', label: words.chooseInstitution }] : []),
        ...houses.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      {...form.getInputProps('institutionId')}
    />
  );
}

export function MunicipalityField({ form }: FieldProps) {
  const { data: municipalities = [] } = useOwnMunicipalities();
  return (
    <NativeSelect
      label={words.municipality}
      size="md"
      data={[
        { value: '', label: words.chooseMunicipality },
        ...municipalities.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      {...form.getInputProps('municipalityId')}
    />
  );
}
