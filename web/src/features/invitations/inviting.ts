import type { Role, Session } from '../../api/types';
import { hasRole } from '../session/session';

/** Where a role holds: in a house, in a municipality, or in the whole programme. */
export type Place = 'institution' | 'municipality' | 'programme';

const PLACE_OF: Readonly<Record<Role, Place>> = {
  educator: 'institution',
  institution_lead: 'institution',
  coach: 'municipality',
  coordinator: 'municipality',
  programme_lead: 'programme',
  administrator: 'programme',
};

const ALL_ROLES = Object.keys(PLACE_OF) as Role[];

/** What has to be named with a role; nothing is chosen yet if there is no role. */
export const placeOf = (role: Role | ''): Place => (role === '' ? 'programme' : PLACE_OF[role]);

/** The roles that a person may give away; the server checks it again. */
export function invitableRoles(session: Session): Role[] {
  if (hasRole(session, 'administrator')) return ALL_ROLES;
  const roles: Role[] = [];
  if (hasRole(session, 'institution_lead')) roles.push('educator');
  if (hasRole(session, 'coordinator')) roles.push('institution_lead', 'coach');
  return roles;
}

/** True if the houses to choose from are the person's own few, not all of a town. */
export function invitesForOwnHouses(session: Session, role: Role | ''): boolean {
  return role === 'educator' && !hasRole(session, 'administrator');
}
