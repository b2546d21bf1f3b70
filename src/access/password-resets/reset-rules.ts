import type { Actor } from '../../database/actor.js';
import { mayInvite } from '../invitations/invitation-rules.js';
import type { Role } from '../roles.js';

/** A role with the municipality it belongs to, also where it is held at a house. */
export interface HeldRole {
  role: Role;
  institutionId: string | null;
  /** Of the role itself; null for a role at a house. */
  municipalityId: string | null;
  institutionMunicipality: string | null;
}

/**
 * Whether somebody may make a link for another's new password: whoever may invite to every single role that the person has. Otherwise a
 * link would open more than its maker could ever give away.
 */
export function mayResetFor(actor: Actor, roles: HeldRole[]): boolean {
  if (actor.administrator) return true;
  return roles.length > 0 && roles.every((held) => mayInvite(actor, held, held.institutionMunicipality));
}
