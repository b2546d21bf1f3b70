import { ACCOUNT_SECTIONS } from './account-sections.js';
import { at, day, house, training, type PersonSection } from './person-section.js';

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
      where:
        'x.email = any (s.proved) or (x.institution_id = any (s.houses) and (x.email = any (s.emails) or x.name = any (s.names)))',
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
      where: 't.trainer_name = any (s.names) and t.municipality_id = any (s.towns)',
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
      where: 'd.released_by = any (s.names) and d.institution_id = any (s.houses)',
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
    where: 'exists (select from unnest(s.proved) e where position(e in lower(x.cells::text)) > 0)',
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
export const PERSON_SECTIONS: readonly PersonSection[] = [...ACCOUNT_SECTIONS, ...STAFF, ...WORK, ...TRACES];
