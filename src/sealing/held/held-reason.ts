import type { Problem } from '../../kernel/problem/problem.js';

/** Why an entry waits for somebody's word. */
export type HeldReason =
  'wrong_proof' | 'access_ended' | 'refused' | 'clock' | 'tablet_revoked' | 'house_closed';

export interface Refusal {
  reason: HeldReason;
  /** What the operation said. */
  problem: Problem | null;
  /** The day as it probably is. */
  proposed?: string;
}
