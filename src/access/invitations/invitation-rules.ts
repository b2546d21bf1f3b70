import type { Actor } from '../../database/actor.js';
import { Problem } from '../../kernel/problem/problem.js';
import type { Role } from '../roles.js';

export interface InvitedRole {
  role: Role;
  institutionId: string | null;
  municipalityId: string | null;
}

const AT_INSTITUTION: readonly Role[] = ['educator', 'institution_lead'];
const AT_MUNICIPALITY: readonly Role[] = ['coach', 'coordinator'];

/** A role at a house names the house, one in a municipality the municipality, the others neither. @throws Problem 422 */
export function assertScopeFits({ role, institutionId, municipalityId }: InvitedRole): void {
  const atInstitution = AT_INSTITUTION.includes(role);
  const atMunicipality = AT_MUNICIPALITY.includes(role);
  if (atInstitution !== (institutionId !== null)) {
    throw Problem.invalid(
      'institutionId',
      atInstitution
        ? 'Einrichtung fehlt: bitte die Einrichtung angeben.'
        : 'Einrichtung: gehört nicht zu dieser Rolle.',
    );
  }
  if (atMunicipality !== (municipalityId !== null)) {
    throw Problem.invalid(
      'municipalityId',
      atMunicipality ? 'Kommune fehlt: bitte die Kommune angeben.' : 'Kommune: gehört nicht zu dieser Rolle.',
    );
  }
}

/**
 * Who may invite whom: administrators everyone, coordinators leads of their municipality's houses and coaches, leads the educators of
 * their house.
 * @param institutionMunicipality municipality of the named institution, if it is one the actor can see
 */
export function mayInvite(
  actor: Actor,
  { role, institutionId, municipalityId }: InvitedRole,
  institutionMunicipality: string | null,
): boolean {
  if (actor.administrator) return true;
  const coordinates = (id: string | null): boolean => id !== null && actor.municipalities.includes(id);
  const allowed: Record<Role, boolean> = {
    educator: institutionId !== null && actor.leadHouses.includes(institutionId),
    institution_lead: coordinates(institutionMunicipality),
    coach: coordinates(municipalityId),
    coordinator: false,
    programme_lead: false,
    administrator: false,
  };
  return allowed[role];
}

/** @throws Problem 403 for a role, 404 for a place that is not the actor's */
export function assertMayInvite(
  actor: Actor,
  invited: InvitedRole,
  institutionMunicipality: string | null,
): void {
  if (mayInvite(actor, invited, institutionMunicipality)) return;
  const { role } = invited;
  const mayElsewhere =
    (role === 'educator' && actor.leadHouses.length > 0) ||
    (['institution_lead', 'coach'].includes(role) && actor.municipalities.length > 0);
  throw mayElsewhere ? Problem.notFound() : Problem.forbidden();
}
