import { NativeSelect } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import type { Role } from '../../api/types';
import { texts } from '../../texts/de';
import { useOwnMunicipalities } from '../institutions/reference';
import { housesOf, useSession } from '../session/session';
import { InstitutionSelect } from './institution-select';
import { invitesForOwnHouses } from './inviting';

const words = texts.invitations;

interface InstitutionFieldProps {
  role: Role | '';
  /** Of the form's field for the place. */
  input: GetInputPropsReturnType;
}

/** The house of the role: one of the own few, or searched in the whole town. */
export function InstitutionField({ role, input }: InstitutionFieldProps) {
  const session = useSession();
  if (!invitesForOwnHouses(session, role)) return <InstitutionSelect {...input} />;
  const houses = housesOf(session).filter(({ leads }) => leads);
  return (
    <NativeSelect
      label={words.institution}
      size="md"
      data={[
        ...(houses.length > 1 ? [{ value: '', label: words.chooseInstitution }] : []),
        ...houses.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      {...input}
    />
  );
}

export function MunicipalityField({ input }: Pick<InstitutionFieldProps, 'input'>) {
  const { data: municipalities = [] } = useOwnMunicipalities();
  return (
    <NativeSelect
      label={words.municipality}
      size="md"
      data={[
        { value: '', label: words.chooseMunicipality },
        ...municipalities.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      {...input}
    />
  );
}
