import { at, day, house, type PersonSection } from './person-section.js';

/** What is kept under the account and its e-mail address: how somebody signs in, and what was sent to them. */
export const ACCOUNT_SECTIONS: readonly PersonSection[] = [
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
      at(
        '(select p.changed_at from account_pins p where p.account_id = a.id)',
        'tablet_pin_since',
        'PIN für gemeinsame Tablets seit (gespeichert ist nur ein Prüfwert)',
      ),
      at(
        '(select b.created_at from account_badges b where b.account_id = a.id)',
        'tablet_badge_since',
        'Ausweis für gemeinsame Tablets seit',
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
      where: 'lower(x.email) = any (s.proved)',
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
      where: 'lower(x.recipient_address) = any (s.proved)',
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
  {
    ...{
      key: 'outbox_keys',
      title: 'Schlüssel für Einträge ohne Netz (der Schlüssel selbst wird nicht herausgegeben)',
      from: 'account_outbox_keys x',
      where: 'x.account_id = s.account',
    },
    columns: [
      at('x.created_at', 'created_at', 'Angelegt'),
      [
        'institutions',
        'Einrichtungen',
        `(select string_agg(i.name, ', ' order by i.name) from institutions i where i.id = any (x.houses))`,
      ],
    ],
  },
  {
    ...{
      key: 'sealed_arrivals',
      title: 'Versiegelt angekommene Einträge',
      from: 'sealed_arrivals x',
      where: 'x.author_account_id = s.account',
      order: 'x.arrived_at',
    },
    columns: [at('x.arrived_at', 'arrived_at', 'Angekommen'), ['outcome', 'Was daraus wurde', 'x.outcome']],
  },
  {
    ...{
      key: 'held_entries',
      title: 'Einträge, die auf die Leitung warten oder warteten',
      from: 'held_entries x',
      where: 'x.author_account_id = s.account',
      order: 'x.arrived_at',
    },
    columns: [
      house('x.institution_id'),
      ['kind', 'Art', 'x.kind'],
      at('x.noted_at', 'noted_at', 'Eingetragen'),
      at('x.arrived_at', 'arrived_at', 'Angekommen'),
      ['reason', 'Grund', 'x.reason'],
      ['note', 'Notiz', `coalesce(x.body ->> 'note', x.body -> 'changes' ->> 'note')`],
      ['outcome', 'Ausgang', 'x.outcome'],
    ],
  },
];
