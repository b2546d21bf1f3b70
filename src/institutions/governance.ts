import type { Actor } from '../database/actor.js';
import { Problem } from '../kernel/problem/problem.js';

/** Reference data and institutions of a municipality are kept by its coordinators and by administrators. @throws Problem 404 for others' */
export function assertGoverns(actor: Actor, municipalityId: string): void {
  if (!actor.administrator && !actor.municipalities.includes(municipalityId)) throw Problem.notFound();
}
