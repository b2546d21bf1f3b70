import { action, type ActionWords, changed, created, removed } from './action-words.js';

/** The trail's words for staff and trainings. */
export const TRAINING_ACTIONS: Readonly<Record<string, ActionWords>> = {
  'staff_member.create': created('Fachkraft'),
  'staff_member.update': changed('Fachkraft'),
  'staff_member.remove': removed('Fachkraft'),
  'staff_position.create': action(
    'Tätigkeit eingetragen',
    'hat eingetragen, dass eine Fachkraft hier arbeitet',
  ),
  'staff_position.update': action(
    'Tätigkeit geändert',
    'hat geändert, seit oder bis wann eine Fachkraft hier arbeitet',
  ),
  'training.create': created('Fortbildung'),
  'training.update': changed('Fortbildung'),
  'training.cancel': action('Fortbildung abgesagt', 'hat {o} abgesagt'),
  'training.remove': removed('Fortbildung'),
  'training_registration.create': action('Zur Fortbildung angemeldet', 'hat zu einer Fortbildung angemeldet'),
  'training_registration.withdraw': action(
    'Von der Fortbildung abgemeldet',
    'hat den Platz in einer Fortbildung zurückgegeben',
  ),
  'training_registration.move_up': action(
    'Von der Warteliste nachgerückt',
    'hat damit jemanden von der Warteliste nachrücken lassen',
  ),
};

export const TRAINING_FIELDS: Readonly<Record<string, string>> = {
  accountId: 'Konto',
  capacity: 'Plätze',
  contents: 'Inhalte',
  districtIds: 'Stadtbezirke',
  issuer: 'Aussteller',
  kinds: 'Für Kitas oder Schulen',
  moduleIds: 'Module',
  registerUntil: 'Anmeldung bis',
  sessions: 'Termine',
  since: 'Seit',
  staffMemberId: 'Fachkraft',
  thresholdPercent: 'Nötige Anwesenheit in Prozent',
  trainerName: 'Leitung der Fortbildung',
  trainerQualification: 'Qualifikation',
  trainingId: 'Fortbildung',
  until: 'Letzter Tag',
  weeklyHours: 'Wochenstunden',
};
