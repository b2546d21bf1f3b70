import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { CursorKey } from '../../kernel/page/cursor.js';
import { SESSION_MINUTES } from '../trainings/session-minutes.sql.js';
import { IS_OUTDATED, JOIN_ATTENDED } from './attended.sql.js';
import { codeHash } from './certificate-code.js';
import type { AttendedSession, CertificateFacts } from './certificate-facts.js';
import type { ListCertificatesDto } from './certificate.dto.js';

/** Somebody of a training with what they attended, as of now. */
export interface Attendee {
  registrationId: string;
  institutionId: string;
  trainingId: string;
  municipalityId: string;
  personName: string;
  title: string;
  contents: string | null;
  focusArea: string;
  trainerName: string | null;
  trainerQualification: string | null;
  place: string | null;
  issuer: string;
  thresholdPercent: number;
  sessions: AttendedSession[];
  attendedMinutes: number;
  totalMinutes: number;
}

/** A certificate as the database has it. */
export interface CertificateRow {
  id: string;
  institutionId: string;
  institutionName: string;
  registrationId: string;
  trainingId: string;
  facts: CertificateFacts;
  issuedAt: string;
  state: 'good' | 'outdated' | 'replaced' | 'withdrawn';
  endedReason: string | null;
  mine: boolean;
  version: number;
}

/** One to be written. */
export interface NewCertificate {
  id: string;
  attendee: Attendee;
  year: number;
  number: number;
  facts: CertificateFacts;
  creationDigest: Buffer | null;
}

/** Of `training_registrations r`: the actor's own. */
export const MINE = `r.staff_member_id in (select m.id from staff_members m where m.account_id = (select app_actor_id()))`;

const SELECT = `
  select c.id, c.institution_id as "institutionId", i.name as "institutionName", c.registration_id as "registrationId",
    c.training_id as "trainingId", c.facts, to_json(c.issued_at) #>> '{}' as "issuedAt",
    coalesce(c.ended_as, case when ${IS_OUTDATED} then 'outdated' else 'good' end) as state, c.ended_reason as "endedReason",
    ${MINE} as mine, c.version
  from certificates c join institutions i on i.id = c.institution_id
    join training_registrations r on r.institution_id = c.institution_id and r.id = c.registration_id ${JOIN_ATTENDED}`;

const ATTENDEES = `
  select r.id as "registrationId", r.institution_id as "institutionId", t.id as "trainingId", t.municipality_id as "municipalityId",
    p.name as "personName", t.title, t.contents, f.title as "focusArea", t.trainer_name as "trainerName",
    t.trainer_qualification as "trainerQualification", t.place, coalesce(t.issuer, m.name) as issuer,
    t.threshold_percent as "thresholdPercent", now.sessions, now.minutes as "attendedMinutes", total.minutes as "totalMinutes"
  from training_registrations r
    join trainings t on t.id = r.training_id
    join municipalities m on m.id = t.municipality_id
    join focus_areas f on f.code = t.focus_area
    join staff_members p on p.id = r.staff_member_id ${JOIN_ATTENDED}
  where now.minutes > 0`;

@Injectable()
export class CertificateRepository {
  constructor(private readonly database: Database) {}

  /** The latest first; of one issue in the order of their numbers. */
  async list(query: ListCertificatesDto, after: CursorKey | null, limit: number): Promise<CertificateRow[]> {
    return this.database.query<CertificateRow>(
      `${SELECT}
       where ($1::uuid is null or c.training_id = $1) and ($2::uuid is null or c.institution_id = $2) and (not $3::boolean or ${MINE})
         and ($4::int is null or (-c.year, -c.number, c.id) > ($4, $5::int, $6::uuid))
       order by -c.year, -c.number, c.id limit $7`,
      [
        query.trainingId ?? null,
        query.institutionId ?? null,
        query.mine ?? false,
        ...[after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
      ],
    );
  }

  /** Those of a training that are good (or only outdated), by name. */
  async listGood(trainingId: string): Promise<CertificateRow[]> {
    return this.database.query<CertificateRow>(
      `${SELECT} where c.training_id = $1 and c.ended_at is null order by (c.facts ->> 'personName') collate german, c.id`,
      [trainingId],
    );
  }

  async find(id: string): Promise<CertificateRow | null> {
    const [row] = await this.database.query<CertificateRow>(`${SELECT} where c.id = $1`, [id]);
    return row ?? null;
  }

  /** Lets nobody else change it until the end of the transaction; what is read from now on is what they left. */
  async lock(id: string): Promise<void> {
    await this.database.query('select from certificates where id = $1 for update', [id]);
  }

  async findDigest(id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ digest: Buffer | null }>(
      'select creation_digest as digest from certificates where id = $1',
      [id],
    );
    return row?.digest ?? null;
  }

  /** Those who attended something and hold no good certificate yet, by name. */
  async listUncertified(trainingId: string): Promise<Attendee[]> {
    return this.database.query<Attendee>(
      `${ATTENDEES} and t.id = $1
         and not exists (select from certificates c
           where c.institution_id = r.institution_id and c.registration_id = r.id and c.ended_at is null)
       order by p.name, r.id`,
      [trainingId],
    );
  }

  async findAttendee(registrationId: string): Promise<Attendee | null> {
    const [row] = await this.database.query<Attendee>(`${ATTENDEES} and r.id = $1`, [registrationId]);
    return row ?? null;
  }

  /** How many ticks are missing on the lists of a training, and when its last session is. */
  async findGaps(trainingId: string): Promise<{ open: number; lastDay: string | null }> {
    const [row] = await this.database.query<{ open: number; lastDay: string | null }>(
      `select count(*) filter (where r.id is not null and a.id is null)::int as open, max(s.held_on)::text as "lastDay"
       from training_sessions s
         left join training_registrations r on r.training_id = s.training_id and r.state in ('confirmed', 'walk_in')
         left join training_attendances a on a.institution_id = r.institution_id and a.registration_id = r.id and a.session_id = s.id
       where s.training_id = $1 and ${SESSION_MINUTES} > 0`,
      [trainingId],
    );
    return row ?? { open: 0, lastDay: null };
  }

  /** The next numbers of a municipality and year; nobody else gets one before this transaction is through. @returns the first */
  async takeNumbers(municipalityId: string, year: number, count: number): Promise<number> {
    const [row] = await this.database.query<{ last: number }>(
      `insert into certificate_numbers as n (municipality_id, year, last) values ($1, $2, $3)
       on conflict (municipality_id, year) do update set last = n.last + excluded.last returning last`,
      [municipalityId, year, count],
    );
    if (!row) throw new Error('The counter of certificates is out of reach');
    return row.last - count + 1;
  }

  async insert({ id, attendee, year, number, facts, creationDigest }: NewCertificate): Promise<void> {
    await this.database.query(
      `insert into certificates (institution_id, id, registration_id, training_id, municipality_id, year, number, code_hash, facts,
         issued_by, creation_digest)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[
          attendee.institutionId,
          id,
          attendee.registrationId,
          attendee.trainingId,
          attendee.municipalityId,
        ],
        ...[
          year,
          number,
          codeHash(facts.code),
          JSON.stringify(facts),
          this.database.actor.accountId,
          creationDigest,
        ],
      ],
    );
  }

  /** @returns whether it was good, and of the version that was read */
  async end(
    { id, institutionId }: CertificateRow,
    version: number,
    endedAs: 'replaced' | 'withdrawn',
    reason: string,
  ): Promise<boolean> {
    const rows = await this.database.query(
      `update certificates set ended_at = now(), ended_as = $4, ended_reason = $5, version = version + 1
       where institution_id = $1 and id = $2 and version = $3 and ended_at is null returning 1`,
      [institutionId, id, version, endedAs, reason],
    );
    return rows.length > 0;
  }

  /** What a code that somebody shows says; the policies open no more than the one certificate that bears it. */
  async findShown(
    code: string,
  ): Promise<Pick<CertificateFacts, 'title' | 'sessions' | 'attendedMinutes'> | null> {
    const hash = codeHash(code);
    await this.database.query(`select set_config('app.shown_certificate', $1, true)`, [hash.toString('hex')]);
    const [row] = await this.database.query<{ facts: CertificateFacts }>(
      'select facts from certificates where code_hash = $1 and ended_at is null',
      [hash],
    );
    return row?.facts ?? null;
  }
}
