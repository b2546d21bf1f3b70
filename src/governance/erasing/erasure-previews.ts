import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type {
  AccountErasurePreviewDto,
  ErasedPartDto,
  ErasurePreviewDto,
  KeptPartDto,
} from './erasure.dto.js';

/** A question with the id as `$1`, and what its count is called. */
interface Part {
  title: string;
  sql: string;
  /** Absent: it goes. */
  why?: string;
}

const of = (table: string, column: string): string => `select count(*) from ${table} where ${column} = $1`;
const EMAIL = '(select email from accounts where id = $1)';
const FIGURES = 'Sie gehören zu den Kennzahlen der Einrichtung und der Stadt und bleiben ohne Namen';

const OF_ACCOUNT: readonly Part[] = [
  { title: 'Konto mit Name, E-Mail-Adresse und Passwort', sql: of('accounts', 'id') },
  { title: 'Rollen', sql: of('account_roles', 'account_id') },
  { title: 'Angemeldete Geräte', sql: of('sessions', 'account_id') },
  { title: 'Zugangstoken', sql: of('access_tokens', 'account_id') },
  { title: 'Kalender-Adresse', sql: of('calendar_feeds', 'account_id') },
  {
    title: 'Einträge, die noch auf die Bestätigung der Leitung warten',
    sql: `${of('held_entries', 'author_account_id')} and settled_at is null`,
  },
  {
    title: 'Einladungen und Passwort-Links',
    sql: `select (select count(*) from invitations where lower(email) = ${EMAIL}) + (${of('password_resets', 'account_id')}) as count`,
  },
  {
    title: 'Nachrichten an diese Person',
    sql: `select count(*) from mail_outbox where recipient_address = ${EMAIL}`,
  },
  {
    title: 'Eingelesene Dateien (das Einlesen lässt sich danach nicht mehr zurücknehmen)',
    sql: of('imports', 'created_by'),
  },
  {
    title: 'Aktivitäten',
    sql: of('activities', 'author_id'),
    why: `${FIGURES}, bis sie drei Jahre alt sind (Art. 17 Abs. 3 DSGVO, Art. 6 Abs. 1 e).`,
  },
  {
    title: 'Beratungen',
    sql: of('coach_contacts', 'coach_id'),
    why: `${FIGURES}; Themen und Vereinbarungen gehen nach drei Jahren.`,
  },
  {
    title: 'Zuordnungen als Coach',
    sql: of('coach_assignments', 'account_id'),
    why: 'Wann eine Einrichtung einen Coach hatte, bleibt ohne Namen. Eine laufende Zuordnung endet heute.',
  },
  {
    title: 'Eingetragene Versuche bei Tests',
    sql: of('trials', 'recorded_by'),
    why: 'Es sind Daten der Kinder. Sie bleiben ohne Namen, bis ihre eigene Frist endet.',
  },
  {
    title: 'Einträge im Protokoll',
    sql: of('audit_events', 'actor_id'),
    why: 'Das Protokoll belegt Änderungen (Art. 5 Abs. 2 DSGVO) und enthält nur eine Kennung, die ohne das Konto niemanden mehr nennt. Anmeldungen gehen nach 90 Tagen, Änderungen nach drei Jahren.',
  },
];

const MINE = 'select r.id from training_registrations r where r.staff_member_id = $1';
const OF_STAFF: readonly Part[] = [
  { title: 'Name, E-Mail-Adresse und Wochenstunden', sql: of('staff_members', 'id') },
  {
    title: 'Name auf Bescheinigungen',
    sql: `select count(*) from certificates where registration_id in (${MINE})`,
  },
  {
    title: 'Nachrichten an diese Person',
    sql: 'select count(*) from mail_outbox where recipient_address = (select email from staff_members where id = $1)',
  },
  {
    title: 'Anmeldungen zu Fortbildungen',
    sql: of('training_registrations', 'staff_member_id'),
    why: `${FIGURES}. Ohne eine einzige Anmeldung verschwindet der Eintrag ganz.`,
  },
  {
    title: 'Anwesenheit',
    sql: `select count(*) from training_attendances where registration_id in (${MINE})`,
    why: `${FIGURES}.`,
  },
  {
    title: 'Bescheinigungen',
    sql: `select count(*) from certificates where registration_id in (${MINE})`,
    why: 'Ihre Prüfung mit dem Code nennt keinen Namen und bleibt möglich; neu ausgestellt werden können sie nicht mehr.',
  },
];

const UPCOMING = `select count(*) from training_registrations r where r.staff_member_id = $1 and r.state in ('confirmed', 'waiting')
  and exists (select from training_sessions s where s.training_id = r.training_id and s.held_on >= app_today())`;

/** What erasing somebody would do: counts, with the reach of the system. Whether the asker may know them is asked before. */
@Injectable()
export class ErasurePreviews {
  constructor(private readonly database: Database) {}

  /** @returns null for an unknown account */
  async ofAccount(id: string): Promise<AccountErasurePreviewDto | null> {
    const [account] = await this.database.query<{ name: string; hasStaffRecord: boolean }>(
      `select a.name, exists (select from staff_members s where s.account_id = a.id) as "hasStaffRecord" from accounts a where a.id = $1`,
      [id],
    );
    return account ? { ...account, ...(await this.parts(OF_ACCOUNT, id)), obstacle: null } : null;
  }

  /** @returns null for an unknown record, and for one that is erased */
  async ofStaff(id: string): Promise<ErasurePreviewDto | null> {
    const [member] = await this.database.query<{ name: string }>(
      'select s.name from staff_members s where s.id = $1 and s.erased_at is null',
      [id],
    );
    return member
      ? { ...member, ...(await this.parts(OF_STAFF, id)), obstacle: await this.obstacle(id) }
      : null;
  }

  /** Why the record cannot be erased now; null: it can. */
  async obstacle(staffMemberId: string): Promise<string | null> {
    if ((await this.count(UPCOMING, staffMemberId)) === 0) return null;
    return 'Diese Fachkraft ist noch zu einer Fortbildung angemeldet. Bitte erst abmelden, damit ihr Platz frei wird.';
  }

  private async parts(
    parts: readonly Part[],
    id: string,
  ): Promise<{ erased: ErasedPartDto[]; kept: KeptPartDto[] }> {
    const [erased, kept]: [ErasedPartDto[], KeptPartDto[]] = [[], []];
    for (const { title, sql, why } of parts) {
      const count = await this.count(sql, id);
      if (count === 0) continue;
      if (why === undefined) erased.push({ title, count });
      else kept.push({ title, count, why });
    }
    return { erased, kept };
  }

  private async count(sql: string, id: string): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(sql, [id]);
    return Number(row?.count ?? 0);
  }
}
