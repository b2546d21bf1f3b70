import { LOOKED_AFTER, STATES } from '../../access/accounts/person.repository.js';
import { IS_OUTDATED, JOIN_ATTENDED } from '../../training/certificates/attended.sql.js';
import { MINE } from '../../training/certificates/certificate.repository.js';
import { staffConditions } from '../../training/staff/staff-member.repository.js';
import { likePattern } from '../../database/like-pattern.js';
import { code, type Column, id, person, type Table, text, typed } from './columns.js';
import type {
  ExportAccountsDto,
  ExportCertificatesDto,
  ExportMailsDto,
  ExportStaffDto,
} from './export.dto.js';
import { Literals } from './literals.js';
import { CERTIFICATE_WORDS, DUTY_WORDS, MAIL_KIND_WORDS, MAIL_WORDS, ROLE_WORDS } from './words.js';

/* Lists with names of grown-ups: for those who look after them, by the same policies as the pages. Never part of the data package. */

const equals = (column: string, value: string | undefined, literals: Literals): string =>
  value === undefined ? 'true' : `${column} = ${literals.add(value)}`;

const ROLE_WORD = `case r.role ${Object.entries(ROLE_WORDS)
  .map(([role, word]) => `when '${role}' then '${word}'`)
  .join(' ')} end`;

/** What people read: "Leitung (Kita Mühle)"; programs get `institution_lead`. */
const roles = (
  word: string,
  place: string,
): string => `(select string_agg(${word}${place}, ', ' order by r.role, i.name, m.name)
  from account_roles r left join institutions i on i.id = r.institution_id left join municipalities m on m.id = r.municipality_id
  where r.account_id = a.id and ${LOOKED_AFTER})`;

function accountConditions({ q, role, institutionId, state }: ExportAccountsDto, literals: Literals): string {
  const everybody =
    role === undefined && institutionId === undefined ? '(select app_administrator())' : 'false';
  const held = `exists (select from account_roles r where r.account_id = a.id and ${LOOKED_AFTER}
    and ${equals('r.role', role, literals)} and ${equals('r.institution_id', institutionId, literals)})`;
  const found =
    q === undefined
      ? 'true'
      : `search_text(a.name || ' ' || a.email) like '%' || fold(${literals.add(likePattern(q))}) || '%'`;
  return `(${everybody} or ${held}) and ${state === undefined ? 'true' : STATES[state]} and ${found}`;
}

/** People with a role where the asker looks after them. */
export function accountTable(query: ExportAccountsDto): Table {
  return {
    columns: [
      id('id', 'a.id'),
      person('person', 'Name', 'a.name', 28),
      text('email', 'E-Mail', 'a.email', 34),
      {
        ...text('roles', 'Rollen', roles('r.role', ''), 44),
        spoken: roles(ROLE_WORD, ` || coalesce(' (' || coalesce(i.name, m.name) || ')', '')`),
      },
      typed('flag', 'disabled', 'Gesperrt', 'a.disabled_at is not null'),
      typed('instant', 'created_at', 'Angelegt am', 'a.created_at'),
      typed('instant', 'last_sign_in_at', 'Zuletzt angemeldet', 'a.last_sign_in_at'),
    ],
    from: `from accounts a where ${accountConditions(query, new Literals())} order by a.name, a.id`,
  };
}

export function staffTable(query: ExportStaffDto): Table {
  const houses = `(select string_agg(h.name, ', ' order by h.name) from staff_positions p join institutions h on h.id = p.institution_id
    where p.staff_member_id = m.id and coalesce(p.until, 'infinity') >= app_today())`;
  return {
    columns: [
      id('id', 'm.id'),
      person('person', 'Name', 'm.name', 28),
      code({ name: 'function', title: 'Funktion', sql: 'm.function', width: 14 }, DUTY_WORDS),
      text('institutions', 'Arbeitet in', houses, 44),
      typed('decimal', 'weekly_hours', 'Wochenstunden', 'm.weekly_hours'),
      text('email', 'E-Mail', 'm.email', 34),
    ],
    from: `from staff_members m left join institutions i on i.id = m.institution_id
      where ${staffConditions(query, new Literals()).join(' and ')} order by m.name, m.id`,
  };
}

const fact = (name: string): string => `(c.facts ->> '${name}')`;

const CERTIFICATE_COLUMNS: Column[] = [
  id('id', 'c.id'),
  text('number', 'Nummer', fact('number'), 14),
  person('person', 'Name', fact('personName'), 28),
  text('institution', 'Einrichtung', 'i.name', 36),
  text('training', 'Fortbildung', fact('title'), 40),
  typed('whole', 'minutes', 'Minuten besucht', `${fact('attendedMinutes')}::int`),
  typed('decimal', 'teaching_units', 'UE besucht', `round(${fact('attendedMinutes')}::int / 45.0, 1)`),
  typed('date', 'issued_on', 'Ausgestellt am', `${fact('issuedOn')}::date`),
  code(
    {
      ...{ name: 'state', title: 'Stand', width: 14 },
      sql: `coalesce(c.ended_as, case when ${IS_OUTDATED} then 'outdated' else 'good' end)`,
    },
    CERTIFICATE_WORDS,
  ),
  text('ended_reason', 'Grund', 'c.ended_reason', 40),
];

export function certificateTable({ trainingId, institutionId, mine }: ExportCertificatesDto): Table {
  const literals = new Literals();
  return {
    columns: CERTIFICATE_COLUMNS,
    from: `from certificates c join institutions i on i.id = c.institution_id
        join training_registrations r on r.institution_id = c.institution_id and r.id = c.registration_id ${JOIN_ATTENDED}
      where ${equals('c.training_id', trainingId, literals)} and ${equals('c.institution_id', institutionId, literals)}
        and ${mine === true ? MINE : 'true'} order by -c.year, -c.number, c.id`,
  };
}

/** Without the letters themselves: what was said to somebody stays between the city and them. */
export function mailTable({ municipalityId, state, kind }: ExportMailsDto): Table {
  const literals = new Literals();
  return {
    columns: [
      id('id', 'o.id'),
      code({ name: 'kind', title: 'Anlass', sql: 'o.kind', width: 20 }, MAIL_KIND_WORDS),
      person('recipient', 'Name', 'o.recipient_name', 28),
      text('email', 'E-Mail', 'o.recipient_address', 34),
      text('subject', 'Betreff', `(o.letter ->> 'subject')`, 50),
      code({ name: 'state', title: 'Stand', sql: 'o.state', width: 16 }, MAIL_WORDS),
      typed('whole', 'attempts', 'Versuche', 'o.attempts'),
      typed('instant', 'created_at', 'Angelegt am', 'o.created_at'),
      typed('instant', 'sent_at', 'Gesendet am', 'o.sent_at'),
      text('last_error', 'Fehler', 'o.last_error', 24),
    ],
    from: `from mail_outbox o where ${equals('o.municipality_id', municipalityId, literals)} and ${equals('o.state', state, literals)}
      and ${equals('o.kind', kind, literals)} order by (o.created_at at time zone 'UTC')::date desc, o.id desc`,
  };
}
