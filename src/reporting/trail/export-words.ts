import { action, type ActionWords } from './action-words.js';

/** Files that were taken away; each says what was in it. */
export const EXPORT_ACTIONS: Record<string, ActionWords> = {
  'group.export': action('Gruppen heruntergeladen', 'hat Gruppen als Datei heruntergeladen'),
  'closing_day.export': action('Schließtage heruntergeladen', 'hat Schließtage als Datei heruntergeladen'),
  'group_year.export': action(
    'Gruppenstand heruntergeladen',
    'hat den Stand der Gruppen als Datei heruntergeladen',
  ),
  'completeness.export': action(
    'Meldequote heruntergeladen',
    'hat die Meldequote der Einrichtungen als Datei heruntergeladen',
  ),
  'trained_staff.export': action(
    'Fortgebildete Teams heruntergeladen',
    'hat die Liste der fortgebildeten Teams als Datei heruntergeladen',
  ),
  'module.export': action('Modulkatalog heruntergeladen', 'hat den Modulkatalog als Datei heruntergeladen'),
  'district.export': action('Stadtbezirke heruntergeladen', 'hat die Stadtbezirke als Datei heruntergeladen'),
  'school_holiday.export': action('Ferien heruntergeladen', 'hat die Ferien als Datei heruntergeladen'),
  'target.export': action('Ziele heruntergeladen', 'hat die Ziele als Datei heruntergeladen'),
  'staff_member.export': action(
    'Fachkräfte heruntergeladen',
    'hat die Liste der Fachkräfte als Datei heruntergeladen',
  ),
  'account.export': action('Konten heruntergeladen', 'hat die Liste der Konten als Datei heruntergeladen'),
  'mail.export': action(
    'Nachrichten heruntergeladen',
    'hat die Liste der Nachrichten als Datei heruntergeladen',
  ),
  'certificate.list_export': action(
    'Liste der Bescheinigungen heruntergeladen',
    'hat die Liste der Bescheinigungen als Datei heruntergeladen',
  ),
  'data_package.export': action('Datenpaket heruntergeladen', 'hat das Datenpaket heruntergeladen'),
  'module_booking.export': action('Modulwahl heruntergeladen', 'hat die Modulwahl als Datei heruntergeladen'),
  'coach_contact.export': action('Beratungen heruntergeladen', 'hat Beratungen als Datei heruntergeladen'),
  'training.export': action('Fortbildungen heruntergeladen', 'hat Fortbildungen als Datei heruntergeladen'),
  'training_attendance.export': action(
    'Anwesenheit heruntergeladen',
    'hat die Anwesenheit in Fortbildungen als Datei heruntergeladen',
  ),
  'activity.export': action('Aktivitäten heruntergeladen', 'hat Aktivitäten als Datei heruntergeladen'),
  'report.export': action('Kennzahlen heruntergeladen', 'hat Kennzahlen als Datei heruntergeladen'),
  'institution.export': action(
    'Einrichtungen heruntergeladen',
    'hat die Liste der Einrichtungen als Datei heruntergeladen',
  ),
  'audit_event.export': action('Protokoll heruntergeladen', 'hat das Protokoll als Datei heruntergeladen'),
  'assessment.export': action('Testungen heruntergeladen', 'hat Testungen als Datei heruntergeladen'),
};
