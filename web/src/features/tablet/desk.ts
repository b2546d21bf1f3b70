import type { components } from '../../api/schema';
import type { Session } from '../../api/types';
import { type DateString, schoolYearOf } from '../../ui/format';

type Schemas = components['schemas'];

/** What lies on the desk of a house: first names, groups, codes and tasks. Kept on the tablet as it is, and nothing else. */
export type Desk = Schemas['DeskDto'];
export type DeskPerson = Schemas['DeskPersonDto'];

/**
 * The session of a person whom nobody has checked: an educator of this house and nothing else. Made here, so that the pages for
 * noting something are the same with and without a network.
 */
export function uncheckedSession(desk: Desk, person: DeskPerson, today: DateString): Session {
  const { institution, tablet } = desk;
  return {
    account: { id: person.accountId, name: person.label, email: '' },
    roles: [
      {
        role: 'educator',
        institutionId: institution.id,
        institutionName: institution.name,
        municipalityId: institution.municipalityId,
        municipalityName: institution.municipalityName,
      },
    ],
    sessionId: '',
    expiresAt: '',
    today,
    schoolYear: schoolYearOf(today),
    demo: desk.demo,
    secondFactorMissing: false,
    tablet,
  };
}
