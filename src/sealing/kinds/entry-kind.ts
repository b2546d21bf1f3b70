import type { Role } from '../../access/roles.js';

export const ENTRY_KINDS = ['activity', 'activity_change', 'trial', 'not_done', 'attendance'] as const;
export type EntryKindName = (typeof ENTRY_KINDS)[number];

/** What somebody noted. */
export interface Noted {
  /** Of the activity or trial. */
  recordId: string;
  body: Record<string, unknown>;
  /** It shall not be there (any more). */
  withdrawn: boolean;
}

/** How a kind of entry is done: through the service that its own route calls, with the same checks of its fields. */
export interface EntryKind {
  /** Who may at all; the same roles as at the route. */
  roles: readonly Role[];
  /**
   * Does it, or undoes it; within a transaction of the author's.
   * @throws Problem as the route does; NeverThere where what is taken back never could be there
   */
  run(noted: Noted): Promise<void>;
  /** The house whose lead decides in case of doubt; null where there is none. Within a transaction of the system's. */
  houseOf(noted: Noted): Promise<string | null>;
  /** Of the body: the day that it is about, if the device's clock had a say in it. */
  dayOf?(body: Record<string, unknown>): unknown;
}

/** What is taken back is not there, because it was refused when it was tried. */
export class NeverThere extends Error {}
