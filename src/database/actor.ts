import type { CalendarDate } from '../kernel/calendar/calendar-date.js';

/** A device that several people of a house share. */
export interface SharedTablet {
  id: string;
  institutionId: string;
  name: string;
}

/** Who acts, and which rows that lets them reach. Row-level security reads nothing else. */
export interface Actor {
  /** `person`: signed in; `system`: jobs and sign-in itself; `nobody`: sees no scoped row. */
  kind: 'person' | 'system' | 'nobody';
  accountId: string | null;
  sessionId: string | null;
  expiresAt: Date | null;
  educatorHouses: string[];
  leadHouses: string[];
  /** Houses whose coach the person is today, from the first to the last day of the assignment. */
  coachHouses: string[];
  coach: boolean;
  /** Municipalities the person coordinates. */
  municipalities: string[];
  programmeLead: boolean;
  administrator: boolean;
  /** A second factor is set up. */
  secondFactor: boolean;
  /** A program asks, with a personal access token: it is told nobody's name. */
  byToken: boolean;
  /** The shared tablet at which the person stands: an educator of its house there, and nothing else. */
  tablet: SharedTablet | null;
}

/** The circumstances of one piece of work: who, when, and where it came from (for the audit trail). */
export interface WorkContext {
  actor: Actor;
  today: CalendarDate;
  requestId: string | null;
  /** Shortened network address, never the full one. */
  origin: string | null;
}

export const NOBODY: Actor = {
  kind: 'nobody',
  accountId: null,
  sessionId: null,
  expiresAt: null,
  educatorHouses: [],
  leadHouses: [],
  coachHouses: [],
  coach: false,
  municipalities: [],
  programmeLead: false,
  administrator: false,
  secondFactor: false,
  byToken: false,
  tablet: null,
};

export const SYSTEM: Actor = { ...NOBODY, kind: 'system' };

/**
 * The same work with the reach of the system, for what the person may cause and not do (move somebody else up, void a foreign session).
 * Whether they may has to be asked before. The trail names them, or the account that has just proved itself.
 */
export function asSystem(work: WorkContext, accountId = work.actor.accountId): WorkContext {
  return { ...work, actor: { ...SYSTEM, accountId } };
}

/** The transaction-local settings that the policies read (see migrations/1760000000000-scope.ts). */
export function scopeSettings({ actor, today }: WorkContext): Record<string, string> {
  return {
    actor_id: actor.accountId ?? '',
    educator_houses: uuidArray(actor.educatorHouses),
    lead_houses: uuidArray(actor.leadHouses),
    coach_houses: uuidArray(actor.coachHouses),
    municipalities: uuidArray(actor.municipalities),
    programme_lead: actor.programmeLead ? 'on' : '',
    administrator: actor.administrator ? 'on' : '',
    system: actor.kind === 'system' ? 'on' : '',
    today,
  };
}

function uuidArray(ids: string[]): string {
  return `{${ids.join(',')}}`;
}
