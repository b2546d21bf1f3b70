import { readSchoolYear, readWhole } from '../reading/cells.js';
import { importField, type ImportField } from '../reading/field.js';

/** What a file of groups may say, in the order of the template; the first three find the institution. */
export const GROUP_FIELDS: ImportField[] = [
  importField(
    'schoolNumber',
    'Schulnummer',
    '',
    'Zu welcher Einrichtung die Gruppe gehört: Schulnummer, Kurzzeichen oder Name. Eins davon genügt.',
    { also: ['Schul-Nr.', 'Amtliche Schulnummer', 'SNR'] },
  ),
  importField('shortCode', 'Kurzzeichen', 'K01', 'Das Kürzel der Einrichtung, wenn sie eines hat.', {
    also: ['Kürzel', 'Kurzname', 'Einrichtungs-Nr.'],
  }),
  importField(
    'institutionName',
    'Einrichtung',
    'Kita Beispielweg',
    'Der Name der Einrichtung, wie er in der Liste steht.',
    {
      also: ['institution', 'Name der Einrichtung', 'Einrichtungsname', 'Kita', 'Schule'],
    },
  ),
  importField(
    'schoolYear',
    'Kita-/Schuljahr',
    '2026/27',
    'Wie 2026/27 oder 2026; gemeint ist das Jahr, das im August beginnt.',
    {
      also: ['Schuljahr', 'Kitajahr', 'Kita-Jahr', 'Kindergartenjahr', 'Jahr'],
      read: readSchoolYear,
      expected: 'bitte wie 2026/27 oder 2026 angeben.',
      required: true,
    },
  ),
  importField('name', 'Gruppe', 'Bärengruppe', 'Wie die Gruppe oder Klasse heißt.', {
    also: ['Klasse', 'Gruppe/Klasse', 'Gruppenname', 'Name der Gruppe'],
    required: true,
  }),
  importField('size', 'Kinder', '22', 'Wie viele Kinder angemeldet sind, eine ganze Zahl.', {
    also: ['Größe', 'Anzahl der Kinder', 'Anzahl Kinder', 'Gruppengröße', 'Klassenstärke', 'Schülerzahl'],
    read: readWhole,
    required: true,
  }),
];

/** What finds the institution of a row; never stored with the group. */
export const HOUSE_FIELDS = ['schoolNumber', 'shortCode', 'institutionName'] as const;
