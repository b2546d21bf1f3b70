/** A column: its key in the file for machines, its German heading, and what it is. */
type Column = readonly [key: string, heading: string, sql: string];

/** One table of the answer: what is stored of the person in one respect. */
export interface PersonSection {
  key: string;
  title: string;
  columns: readonly Column[];
  /** FROM and WHERE; `s` has the person: `account`, `staff` (ids of records), `emails`, `names`. */
  from: string;
  where: string;
  order?: string;
}

const house = (of: string): Column => [
  'institution',
  'Einrichtung',
  `(select i.name from institutions i where i.id = ${of})`,
];
const training = (of: string): Column => [
  'training',
  'Fortbildung',
  `(select t.title from trainings t where t.id = ${of})`,
];
const at = (sql: string, key = 'at', heading = 'Zeitpunkt'): Column => [key, heading, sql];
const day = (sql: string, key = 'day', heading = 'Tag'): Column => [key, heading, `${sql}::text`];

const ACCOUNT: PersonSection[] = [
  {
    ...{ key: 'account', title: 'Konto', from: 'accounts a', where: 'a.id = s.account' },
    columns: [
      ['name', 'Name', 'a.name'],
      ['email', 'E-Mail-Adresse', 'a.email'],
      at('a.created_at', 'created_at', 'Angelegt'),
      at('a.last_sign_in_at', 'last_sign_in_at', 'Letzte Anmeldung'),
      at('a.disabled_at', 'disabled_at', 'Gesperrt'),
      day('a.expiry_warned_on', 'expiry_warned_on', 'Auf den Ablauf hingewiesen'),
      at(
        '(select c.changed_at from credentials c where c.account_id = a.id)',
        'password_changed_at',
        'Passwort gesetzt (gespeichert ist nur ein Prüfwert)',
      ),
      at(
        '(select f.confirmed_at from second_factors f where f.account_id = a.id)',
        'second_factor_since',
        'Zweiter Faktor seit',
      ),
    ],
  },
  {
    ...{ key: 'roles', title: 'Rollen', from: 'account_roles r', where: 'r.account_id = s.account' },
    columns: [
      ['role', 'Rolle', 'r.role'],
      house('r.institution_id'),
      ['municipality', 'Kommune', '(select m.name from municipalities m where m.id = r.municipality_id)'],
      at('r.created_at', 'since', 'Seit'),
    ],
  },
  {
    ...{
      key: 'sessions',
      title: 'Angemeldete Geräte',
      from: 'sessions x',
      where: 'x.account_id = s.account',
    },
    columns: [
      ['device', 'Gerät', 'x.device'],
      at('x.created_at', 'created_at', 'Angemeldet'),
      at('x.last_seen_at', 'last_seen_at', 'Zuletzt benutzt'),
      at('x.expires_at', 'expires_at', 'Gilt bis'),
    ],
  },
  {
    ...{
      key: 'access_tokens',
      title: 'Zugangstoken',
      from: 'access_tokens x',
      where: 'x.account_id = s.account',
    },
    columns: [
      ['name', 'Name', 'x.name'],
      ['scopes', 'Wofür', `array_to_string(x.scopes, ', ')`],
      at('x.created_at', 'created_at', 'Angelegt'),
      day('x.expires_on', 'expires_on', 'Gilt bis'),
      at('x.last_used_at', 'last_used_at', 'Zuletzt benutzt'),
    ],
  },
  {
    ...{
      key: 'calendar_feed',
      title: 'Kalender-Adresse',
      from: 'calendar_feeds x',
      where: 'x.account_id = s.account',
    },
    columns: [
      at('x.created_at', 'created_at', 'Angelegt'),
      at('x.last_used_at', 'last_used_at', 'Zuletzt abgerufen'),
    ],
  },
  {
    ...{
      key: 'password_links',
      title: 'Links für ein neues Passwort',
      from: 'password_resets x',
      where: 'x.account_id = s.account',
    },
    columns: [
      at('x.created_at', 'created_at', 'Angelegt'),
      at('x.expires_at', 'expires_at', 'Galt bis'),
      at('x.used_at', 'used_at', 'Benutzt'),
    ],
  },
  {
    ...{
      key: 'invitations',
      title: 'Einladungen an diese Person',
      from: 'invitations x',
      where: 'lower(x.email) = any (s.emails)',
    },
    columns: [
      ['name', 'Name', 'x.name'],
      ['email', 'E-Mail-Adresse', 'x.email'],
      ['role', 'Rolle', 'x.role'],
      at('x.created_at', 'created_at', 'Eingeladen'),
      at('x.accepted_at', 'accepted_at', 'Angenommen'),
    ],
  },
  {
    ...{
      key: 'letters',
      title: 'Nachrichten an diese Person',
      from: 'mail_outbox x',
      where: 'x.recipient_address = any (s.emails)',
      order: 'x.created_at',
    },
    columns: [
      at('x.created_at'),
      ['recipient', 'An', `concat_ws(' ', x.recipient_name, '<' || x.recipient_address || '>')`],
      ['subject', 'Betreff', `x.letter ->> 'subject'`],
      [
        'text',
        'Text',
        `(select string_agg(p, E'\\n\\n') from jsonb_array_elements_text(coalesce(x.letter -> 'before', '[]') || coalesce(x.letter -> 'after', '[]')) p)`,
      ],
      ['state', 'Stand', 'x.state'],
    ],
  },
];

const REGISTERED = 'training_registrations r';
const STAFF: PersonSection[] = [
  {
    ...{
      key: 'staff_record',
      title: 'Eintrag als Fachkraft',
      from: 'staff_members m',
      where: 'm.id = any (s.staff)',
    },
    columns: [
      ['name', 'Name', 'm.name'],
      ['function', 'Funktion', 'm.function'],
      ['email', 'E-Mail-Adresse', 'm.email'],
      ['weekly_hours', 'Wochenstunden', 'm.weekly_hours::float8'],
      house('m.institution_id'),
    ],
  },
  {
    ...{
      key: 'positions',
      title: 'Tätigkeiten',
      from: 'staff_positions p',
      where: 'p.staff_member_id = any (s.staff)',
      order: 'p.since',
    },
    columns: [house('p.institution_id'), day('p.since', 'since', 'Seit'), day('p.until', 'until', 'Bis')],
  },
  {
    ...{
      key: 'registrations',
      title: 'Anmeldungen zu Fortbildungen',
      from: REGISTERED,
      where: 'r.staff_member_id = any (s.staff)',
      order: 'r.created_at',
    },
    columns: [
      training('r.training_id'),
      ['state', 'Stand', 'r.state'],
      ['waiting_place', 'Platz auf der Warteliste', 'r.waiting_place'],
      at('r.created_at', 'created_at', 'Angemeldet'),
    ],
  },
  {
    ...{ key: 'attendance', title: 'Anwesenheit' },
    from: `${REGISTERED} join training_attendances x on x.institution_id = r.institution_id and x.registration_id = r.id
      join training_sessions d on d.id = x.session_id`,
    ...{ where: 'r.staff_member_id = any (s.staff)', order: 'd.held_on' },
    columns: [
      training('r.training_id'),
      day('d.held_on'),
      ['state', 'Stand', 'x.state'],
      ['minutes', 'Minuten', 'x.minutes'],
    ],
  },
  {
    ...{ key: 'certificates', title: 'Bescheinigungen' },
    from: `${REGISTERED} join certificates c on c.institution_id = r.institution_id and c.registration_id = r.id`,
    ...{ where: 'r.staff_member_id = any (s.staff)', order: 'c.issued_at' },
    columns: [
      ['number', 'Nummer', `c.facts ->> 'number'`],
      ['name', 'Name', `c.facts ->> 'personName'`],
      ['title', 'Fortbildung', `c.facts ->> 'title'`],
      ['minutes', 'Minuten', `c.facts -> 'attendedMinutes'`],
      ['code', 'Prüfcode', `c.facts ->> 'code'`],
      at('c.issued_at', 'issued_at', 'Ausgestellt'),
      at('c.ended_at', 'ended_at', 'Ungültig seit'),
      ['ended_reason', 'Grund', 'c.ended_reason'],
    ],
  },
];

const WORK: PersonSection[] = [
  {
    ...{
      key: 'activities',
      title: 'Eingetragene Aktivitäten',
      from: 'activities a',
      where: 'a.author_id = s.account',
      order: 'a.held_on',
    },
    columns: [
      day('a.held_on'),
      house('a.institution_id'),
      [
        'group',
        'Gruppe',
        '(select g.name from groups g where g.institution_id = a.institution_id and g.id = a.group_id)',
      ],
      ['focus_area', 'Schwerpunkt', '(select f.title from focus_areas f where f.code = a.focus_area)'],
      ['minutes', 'Minuten', 'a.minutes'],
      ['children_present', 'Kinder', 'a.children_present'],
      ['adults_present', 'Erwachsene', 'a.adults_present'],
      ['note', 'Notiz', 'a.note'],
      at('a.created_at', 'created_at', 'Eingetragen'),
      at('a.deleted_at', 'deleted_at', 'Gelöscht'),
    ],
  },
  {
    ...{
      key: 'coach_assignments',
      title: 'Zuordnungen als Coach',
      from: 'coach_assignments c',
      where: 'c.account_id = s.account',
      order: 'c.first_day',
    },
    columns: [
      house('c.institution_id'),
      day('c.first_day', 'first_day', 'Von'),
      day('c.last_day', 'last_day', 'Bis'),
    ],
  },
  {
    ...{
      key: 'coach_contacts',
      title: 'Beratungen',
      from: 'coach_contacts c',
      where: 'c.coach_id = s.account',
      order: 'c.held_on',
    },
    columns: [
      day('c.held_on'),
      house('c.institution_id'),
      ['way', 'Weg', 'c.way'],
      ['state', 'Stand', 'c.state'],
      ['minutes', 'Minuten', 'c.minutes'],
      ['topics', 'Themen', 'c.topics'],
      ['next_step', 'Vereinbart', 'c.next_step'],
    ],
  },
  {
    ...{
      key: 'contacts',
      title: 'Ansprechperson',
      where: '(x.email = any (s.emails) or x.name = any (s.names))',
    },
    from: `(select c.institution_id, c.name, c.function, c.phone, lower(c.email) as email from institution_contacts c
      union all select i.id, i.contact_name, i.contact_function, i.phone, lower(i.email) from institutions i where i.contact_name is not null) x`,
    columns: [
      house('x.institution_id'),
      ['name', 'Name', 'x.name'],
      ['function', 'Funktion', 'x.function'],
      ['phone', 'Telefon', 'x.phone'],
      ['email', 'E-Mail-Adresse', 'x.email'],
    ],
  },
  {
    ...{
      key: 'trainer',
      title: 'Als Referentin oder Referent',
      from: 'trainings t',
      where: 't.trainer_name = any (s.names)',
    },
    columns: [
      ['training', 'Fortbildung', 't.title'],
      ['name', 'Name', 't.trainer_name'],
      ['qualification', 'Qualifikation', 't.trainer_qualification'],
    ],
  },
  {
    ...{
      key: 'releases',
      title: 'Freigaben von Testtagen',
      from: 'test_days d',
      where: 'd.released_by = any (s.names)',
      order: 'd.held_on',
    },
    columns: [
      day('d.held_on'),
      house('d.institution_id'),
      ['name', 'Name', 'd.released_by'],
      day('d.released_on', 'released_on', 'Freigegeben'),
    ],
  },
  {
    ...{ key: 'recorded_tests', title: 'Bei Tests eingetragen (die Werte gehören den Kindern)' },
    from: `(select t.recorded_by, (t.recorded_at at time zone 'Europe/Berlin')::date as day, t.institution_id, count(*) as trials
      from trials t group by 1, 2, 3) x`,
    ...{ where: 'x.recorded_by = s.account', order: 'x.day' },
    columns: [day('x.day'), house('x.institution_id'), ['trials', 'Versuche', 'x.trials::int']],
  },
];

const TRACES: PersonSection[] = [
  {
    ...{ key: 'done_for_others', title: 'Vermerkt als' },
    from: `(select registered_by as who, created_at as at, 'Anmeldung zu einer Fortbildung' as what from training_registrations
      union all select issued_by, issued_at, 'Bescheinigung ausgestellt' from certificates
      union all select confirmed_by, confirmed_at, 'Gruppen bestätigt' from group_confirmations
      union all select reminded_by, reminded_on::timestamptz, 'An das Nachtragen erinnert' from activity_reminders
      union all select invited_by, created_at, 'Eingeladen' from invitations
      union all select created_by, created_at, 'Link für ein neues Passwort erstellt' from password_resets
      union all select closed_by, closed_at, 'Testtag abgeschlossen' from test_days
      union all select erased_by, erased_at, 'Gelöscht: ' || object_type from erasures
      union all select created_by, created_at, 'Datei eingelesen: ' || coalesce(file_name, kind) from imports) x`,
    ...{ where: 'x.who = s.account', order: 'x.at' },
    columns: [at('x.at'), ['what', 'Was', 'x.what']],
  },
  {
    ...{ key: 'import_rows', title: 'Zeilen eingelesener Dateien', from: 'import_rows x' },
    where: 'exists (select from unnest(s.emails) e where position(e in lower(x.cells::text)) > 0)',
    columns: [['row', 'Zeile', 'x.cells::text']],
  },
  {
    ...{
      key: 'trail',
      title: 'Protokoll: was diese Person getan hat',
      from: 'audit_events e',
      where: 'e.actor_id = s.account',
      order: 'e.at',
    },
    columns: [
      at('e.at'),
      ['action', 'Vorgang', 'e.action'],
      house('e.institution_id'),
      ['fields', 'Felder', `array_to_string(e.fields, ', ')`],
      ['network', 'Netz (gekürzt)', 'e.origin'],
    ],
  },
  {
    ...{ key: 'trail_about', title: 'Protokoll: was mit den Angaben über diese Person geschah' },
    ...{
      from: 'audit_events e',
      where:
        '(e.object_id = s.account or e.object_id = any (s.staff)) and e.actor_id is distinct from s.account',
      order: 'e.at',
    },
    columns: [
      at('e.at'),
      ['action', 'Vorgang', 'e.action'],
      ['fields', 'Felder', `array_to_string(e.fields, ', ')`],
    ],
  },
];

/** Everything that is stored of a person. Others are left out: who invited, who registered, which child. */
export const PERSON_SECTIONS: readonly PersonSection[] = [...ACCOUNT, ...STAFF, ...WORK, ...TRACES];

/** @returns SQL with parameters: account id or null, ids of staff records, e-mail addresses, names */
export function sectionStatement({ columns, from, where, order }: PersonSection): string {
  const listed = columns.map(([key, , sql]) => `${sql} as "${key}"`).join(', ');
  return `with s as (select $1::uuid as account, $2::uuid[] as staff, $3::text[] as emails, $4::text[] as names)
    select ${listed} from ${from}, s where ${where}${order === undefined ? '' : ` order by ${order}`}`;
}
