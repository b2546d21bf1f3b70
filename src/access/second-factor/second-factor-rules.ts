import type { Actor } from '../../database/actor.js';
import { holds, type Role } from '../roles.js';

/** Roles that see a whole city or change who sees what: a password alone is too little for them. */
const ELEVATED: readonly Role[] = ['coordinator', 'programme_lead', 'administrator'];

/** Whether one of the person's roles asks for a second factor. */
export function needsSecondFactor(actor: Actor, settings: { secondFactorRequired: boolean }): boolean {
  return settings.secondFactorRequired && ELEVATED.some((role) => holds(actor, role));
}

/** Whether the person can do nothing before they have set one up. */
export function lacksSecondFactor(actor: Actor, settings: { secondFactorRequired: boolean }): boolean {
  return !actor.secondFactor && needsSecondFactor(actor, settings);
}
