import type { Role } from '../../access/roles.js';
import { readWord } from '../reading/cells.js';
import { importField, type ImportField } from '../reading/field.js';
import { WordIndex } from '../reading/words.js';

/** The first word of each is the one of the screens. */
export const ROLE_WORDS: Record<Role, readonly [string, ...string[]]> = {
  educator: [
    'Fachkraft',
    'Lehrkraft',
    'Fachkraft / Lehrkraft',
    'Erzieher',
    'Erzieherin',
    'Erzieher/in',
    'OGS-Kraft',
  ],
  institution_lead: ['Leitung', 'Kita-Leitung', 'Schulleitung', 'Leiterin', 'Leiter'],
  coach: ['Coach'],
  coordinator: ['Koordination', 'Koordinator', 'Koordinatorin'],
  programme_lead: ['Programmleitung'],
  administrator: ['Administration', 'Administrator', 'Administratorin'],
};

/** What a file of people may say, in the order of the template. */
export const PEOPLE_FIELDS: ImportField[] = [
  importField('name', 'Name', 'Mira Beispiel', 'Vor- und Nachname', {
    also: ['Vor- und Nachname', 'Person'],
    expected: 'bitte Vor- und Nachnamen angeben.',
    required: true,
  }),
  importField(
    'email',
    'E-Mail',
    'mira.beispiel@kita-beispiel.de',
    'Adresse, mit der sich die Person anmeldet',
    {
      also: ['E-Mail-Adresse', 'Mail', 'Email-Adresse'],
      expected: 'bitte eine E-Mail-Adresse wie name@beispiel.de angeben.',
      required: true,
    },
  ),
  importField('role', 'Rolle', 'Leitung', 'Fachkraft, Leitung, Coach …', {
    also: ['Funktion'],
    read: readWord(new WordIndex(Object.entries(ROLE_WORDS))),
    expected: 'bitte Fachkraft, Leitung, Coach oder Koordination angeben.',
    required: true,
  }),
  importField('institutionName', 'Einrichtung', 'Kita Beispielweg', 'Schulnummer, Kurzzeichen oder Name', {
    also: ['institution', 'Name der Einrichtung', 'Kita', 'Schule'],
  }),
  importField('schoolNumber', 'Schulnummer', '', 'nur bei Schulen', { also: ['Schul-Nr.', 'SNR'] }),
  importField('shortCode', 'Kurzzeichen', '', 'eigenes Kurzzeichen der Einrichtung', { also: ['Kürzel'] }),
];
