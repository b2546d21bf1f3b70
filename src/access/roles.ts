import type { Actor } from '../database/actor.js';

/** What a person may be, in the programme's order: from the gym to the whole programme. */
export const ROLES = [
  'educator',
  'institution_lead',
  'coach',
  'coordinator',
  'programme_lead',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

const HOLDS: Record<Role, (actor: Actor) => boolean> = {
  educator: (actor) => actor.educatorHouses.length > 0,
  institution_lead: (actor) => actor.leadHouses.length > 0,
  coach: (actor) => actor.coach,
  coordinator: (actor) => actor.municipalities.length > 0,
  programme_lead: (actor) => actor.programmeLead,
  administrator: (actor) => actor.administrator,
};

/** Whether the person has the role anywhere; where it holds is row-level security's business. */
export function holds(actor: Actor, role: Role): boolean {
  return HOLDS[role](actor);
}
