import type { AccountState } from '../../access/accounts/account.dto.js';
import type { Role } from '../../access/roles.js';
import type { Place } from '../../activities/activity.dto.js';
import type { MailState } from '../../mail/outbox/outbox-mail.entity.js';
import type {
  InstitutionKind,
  LegalRegime,
  ParticipationStatus,
  ProviderKind,
  SocialSituation,
} from '../../institutions/vocabulary.js';

import type {
  Audience,
  BookingState,
  ContactState,
  ContactWay,
  ModuleFormat,
} from '../../programme/vocabulary.js';

/* The German words for the codes, as people read them in a file. */

export const KIND_WORDS: Record<InstitutionKind, string> = { kita: 'Kita', school: 'Schule' };

export const PROVIDER_WORDS: Record<ProviderKind, string> = {
  municipal: 'kommunal',
  protestant: 'evangelisch',
  catholic: 'katholisch',
  awo: 'AWO',
  caritas: 'Caritas',
  drk: 'DRK',
  diakonie: 'Diakonie',
  lebenshilfe: 'Lebenshilfe',
  parity: 'Parität/Elterninitiative',
  other_nonprofit: 'sonstiger freier Träger',
  private: 'betrieblich/privat',
};

export const LEGAL_WORDS: Record<LegalRegime, string> = { dsgvo: 'DSGVO', kdg: 'KDG', dsg_ekd: 'DSG-EKD' };

export const SITUATION_WORDS: Record<SocialSituation, string> = {
  low: 'niedrig',
  medium: 'mittel',
  high: 'hoch',
};

export const STATUS_WORDS: Record<ParticipationStatus, string> = {
  requested: 'angefragt',
  registered: 'angemeldet',
  initial_consultation: 'Erstberatung',
  choosing_modules: 'Modulwahl',
  active: 'in Umsetzung',
  completed: 'abgeschlossen',
  cancelled: 'abgebrochen',
};

export const PLACE_WORDS: Record<Place, string> = {
  hall: 'Halle',
  room: 'Gruppenraum',
  outdoors: 'Draußen',
};

export const AUDIENCE_WORDS: Record<Audience, string> = {
  children: 'Kinder',
  parents: 'Eltern',
  staff: 'Fachkräfte',
};

export const FORMAT_WORDS: Record<ModuleFormat, string> = {
  workshop: 'Workshop',
  training: 'Fortbildung',
  coaching: 'Praxisanleitung',
  talk: 'Vortrag/Elternabend',
  project: 'Projekttag/-woche',
  sports_festival: 'Sportfest',
  kick_off: 'Kick-off',
  athlete_visit: 'Athletenbesuch',
  closing: 'Abschluss/Ehrung',
};

export const BOOKING_WORDS: Record<BookingState, string> = {
  wished: 'gewünscht',
  planned: 'geplant',
  delivered: 'durchgeführt',
  cancelled: 'ausgefallen',
};

export const CONTACT_WORDS: Record<ContactState, string> = {
  planned: 'geplant',
  held: 'stattgefunden',
  cancelled: 'ausgefallen',
};

export const WAY_WORDS: Record<ContactWay, string> = {
  on_site: 'vor Ort',
  phone: 'Telefon',
  online: 'online',
};

export const TRAINING_WORDS: Record<string, string> = {
  draft: 'Entwurf',
  open: 'offen',
  closed: 'geschlossen',
  completed: 'abgeschlossen',
  cancelled: 'abgesagt',
};

export const REGISTRATION_WORDS: Record<string, string> = {
  confirmed: 'bestätigt',
  waiting: 'Warteliste',
  withdrawn: 'abgemeldet',
  walk_in: 'vor Ort dazugekommen',
};

export const ATTENDANCE_WORDS: Record<string, string> = {
  present: 'anwesend',
  excused: 'entschuldigt',
  absent: 'unentschuldigt',
};

export const DUTY_WORDS: Record<string, string> = {
  educator: 'Erzieher/in',
  teacher: 'Lehrkraft',
  all_day_staff: 'OGS-Kraft',
  lead: 'Leitung',
  other: 'andere',
};

export const ROLE_WORDS: Record<Role, string> = {
  educator: 'Fachkraft',
  institution_lead: 'Leitung',
  coach: 'Coach',
  coordinator: 'Koordination',
  programme_lead: 'Programmleitung',
  administrator: 'Administration',
};

export const ACCOUNT_WORDS: Record<AccountState, string> = {
  active: 'aktiv',
  disabled: 'gesperrt',
  never_signed_in: 'noch nie angemeldet',
};

export const CERTIFICATE_WORDS: Record<string, string> = {
  good: 'gültig',
  outdated: 'überholt',
  replaced: 'ersetzt',
  withdrawn: 'zurückgezogen',
};

export const MAIL_WORDS: Record<MailState, string> = {
  waiting: 'wartet',
  sent: 'gesendet',
  failed: 'nicht zugestellt',
  not_configured: 'würde gesendet',
};

/** What letters are about. */
export const MAIL_KIND_WORDS: Record<string, string> = {
  training_confirmed: 'Platz bestätigt',
  training_waiting: 'Warteliste',
  training_moved_up: 'Nachgerückt',
  training_reminder: 'Erinnerung',
  training_cancelled: 'Abgesagt',
  training_changed: 'Geändert',
  activity_reminder: 'Aktivitäten nachtragen',
  account_expiring: 'Konto läuft ab',
};
