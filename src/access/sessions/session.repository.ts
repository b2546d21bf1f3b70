import { Injectable } from '@nestjs/common';
import { type Actor, NOBODY, type SharedTablet } from '../../database/actor.js';
import { Database } from '../../database/database.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { tokenHash } from './session-cookie.js';

/** What the database says that an account may do today. */
export interface RightsRow {
  account_id: string;
  educator_houses: string[];
  lead_houses: string[];
  coach_houses: string[];
  coach: boolean;
  municipalities: string[];
  programme_lead: boolean;
  administrator: boolean;
  second_factor: boolean;
}

interface AuthenticatedRow extends RightsRow {
  session_id: string;
  expires_at: Date;
  tablet_id: string | null;
  tablet_institution_id: string | null;
  tablet_name: string | null;
}

export interface LookUp {
  statement: { sql: string; parameters: unknown[] };
  actorOf: (rows: unknown[]) => Actor | null;
}

export interface Credentials {
  accountId: string;
  passwordHash: string | null;
  disabled: boolean;
}

export interface NewSession {
  id: string;
  accountId: string;
  token: string;
  device: string;
  idleUntil: Date;
  expiresAt: Date;
  tablet: SharedTablet | null;
}

export interface OpenSession {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
}

@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  /** The actor a session token stands for today, or null when the session or account is no longer good. */
  async authenticate(token: string, today: CalendarDate): Promise<Actor | null> {
    const { statement, actorOf } = this.lookUp(token, today);
    return actorOf(await this.database.statement(statement.sql, statement.parameters));
  }

  /** The same as a statement for whoever sends it, with the reading of its answer. Inside a transaction it binds it to the actor, too. */
  lookUp(token: string, today: CalendarDate): LookUp {
    return {
      statement: {
        sql: 'select * from app_authenticate_session($1, $2)',
        parameters: [tokenHash(token), today],
      },
      actorOf: (rows) => {
        const [row] = rows as AuthenticatedRow[];
        return row
          ? { ...personOf(row), sessionId: row.session_id, expiresAt: row.expires_at, tablet: tabletOf(row) }
          : null;
      },
    };
  }

  /** Looks up one account by the e-mail presented at sign-in; row-level security opens just that row. */
  async findCredentials(email: string): Promise<Credentials | null> {
    await this.database.query(`select set_config('app.sign_in_email', $1, true)`, [email]);
    const [row] = await this.database.query<Credentials>(
      `select a.id as "accountId", c.password_hash as "passwordHash", a.disabled_at is not null as disabled
       from accounts a left join credentials c on c.account_id = a.id where a.email = $1`,
      [email],
    );
    return row ?? null;
  }

  async create(session: NewSession): Promise<void> {
    await this.database.query(
      `insert into sessions (id, account_id, token_hash, device, idle_until, expires_at, tablet_institution_id, tablet_id)
       values ($1, $2, decode($3, 'hex'), $4, $5, $6, $7, $8)`,
      [
        session.id,
        session.accountId,
        tokenHash(session.token),
        session.device,
        session.idleUntil,
        session.expiresAt,
        session.tablet?.institutionId ?? null,
        session.tablet?.id ?? null,
      ],
    );
    await this.database.query('update accounts set last_sign_in_at = now() where id = $1', [
      session.accountId,
    ]);
  }

  async listOpen(accountId: string): Promise<OpenSession[]> {
    return this.database.query<OpenSession>(
      `select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt" from sessions
       where account_id = $1 and now() < expires_at and now() < idle_until order by last_seen_at desc`,
      [accountId],
    );
  }

  /** Whether the person has just signed in, so that asking for the password again would prove nothing more. */
  async isFresh(id: string | null): Promise<boolean> {
    const rows = await this.database.query(
      `select from sessions where id = $1 and created_at > now() - interval '10 minutes'`,
      [id],
    );
    return rows.length > 0;
  }

  /** Ends one session of the account. @returns whether there was one */
  async end(accountId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'delete from sessions where account_id = $1 and id = $2 returning id',
      [accountId, id],
    );
    return rows.length > 0;
  }
}

function tabletOf(row: AuthenticatedRow): SharedTablet | null {
  const { tablet_id: id, tablet_institution_id: institutionId, tablet_name: name } = row;
  return id !== null && institutionId !== null && name !== null ? { id, institutionId, name } : null;
}

/** A person with their rights, whatever they proved themselves by. */
export function personOf(row: RightsRow): Actor {
  return {
    ...NOBODY,
    kind: 'person',
    accountId: row.account_id,
    educatorHouses: row.educator_houses,
    leadHouses: row.lead_houses,
    coachHouses: row.coach_houses,
    coach: row.coach,
    municipalities: row.municipalities,
    programmeLead: row.programme_lead,
    administrator: row.administrator,
    secondFactor: row.second_factor,
  };
}
