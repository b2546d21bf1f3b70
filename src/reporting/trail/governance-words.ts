import { action, type ActionWords } from './action-words.js';

/** The trail's words for erasing and for information about a person. */
export const GOVERNANCE_ACTIONS: Readonly<Record<string, ActionWords>> = {
  'account.erase': action('Konto endgültig gelöscht', 'hat ein Konto endgültig gelöscht'),
  'account.personal_data': action(
    'Auskunft heruntergeladen',
    'hat heruntergeladen, was über eine Person gespeichert ist: {o}',
  ),
  'retention.run': action('Nach Frist gelöscht', 'hat gelöscht, was lange genug aufbewahrt wurde'),
  'retention.start': action('Löschen gestartet', 'hat das Löschen nach Fristen gestartet'),
  'staff_member.erase': action(
    'Fachkraft endgültig gelöscht',
    'hat die Daten einer Fachkraft endgültig gelöscht',
  ),
  'staff_member.personal_data': action(
    'Auskunft heruntergeladen',
    'hat heruntergeladen, was über eine Fachkraft gespeichert ist: {o}',
  ),
};

export const GOVERNANCE_OBJECTS: Readonly<Record<string, string>> = {
  retention: 'die Aufbewahrung',
};
