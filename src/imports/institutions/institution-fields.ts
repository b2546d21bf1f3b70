import { readDay, readDecimal, readFlag, readWhole, readWord, readYear } from '../reading/cells.js';
import { importField, type ImportField } from '../reading/field.js';
import { KIND_WORDS, LEGAL_WORDS, PROVIDER_CHOICES, PROVIDER_WORDS, SITUATION_WORDS } from './words.js';

const FLAG = { read: readFlag, expected: 'bitte ja oder nein angeben.' };
const DAY = { read: readDay };
const SINCE = 'Ein Datum, oder ein Kita-/Schuljahr wie 2019/20.';
const WHOLE = { read: readWhole };
const DECIMAL = { read: readDecimal };
const YEAR = { read: readYear };

/** What a file of institutions may say, in the order of the template. Names are those of the API's DTO. */
export const INSTITUTION_FIELDS: ImportField[] = [
  importField(
    'schoolNumber',
    'Schulnummer',
    '',
    'Amtlich, 6 Ziffern. Nur bei Schulen; daran wird eine Schule wiedererkannt.',
    { also: ['Schul-Nr.', 'Amtliche Schulnummer', 'SNR'] },
  ),
  importField(
    'shortCode',
    'Kurzzeichen',
    'K01',
    'Ein eigenes, eindeutiges Kürzel. Daran wird eine Einrichtung wiedererkannt, auch wenn sich ihr Name ändert.',
    {
      also: ['Kürzel', 'Kurzname', 'Nr.', 'Nummer', 'Kennung'],
    },
  ),
  importField('name', 'Einrichtung', 'Kita Beispielweg', 'Der volle Name, wie er in Listen stehen soll.', {
    also: ['Name der Einrichtung', 'Einrichtungsname', 'Bezeichnung', 'Name der Kita', 'Name der Schule'],
    required: true,
  }),
  importField('kind', 'Art', 'Kita', 'Kita oder Schule.', {
    also: ['Einrichtungsart', 'Typ', 'Kita/Schule', 'Kita oder Schule'],
    read: readWord(KIND_WORDS),
    expected: 'bitte Kita oder Schule angeben.',
    required: true,
  }),
  importField('districtId', 'Stadtbezirk', 'Musterbezirk', 'Der Name eines angelegten Stadtbezirks.', {
    also: ['Bezirk', 'district', 'Stadtteil', 'Ortsteil'],
    expected: 'bitte den Namen eines Stadtbezirks angeben.',
    required: true,
  }),
  importField(
    'providerKind',
    'Träger (Art)',
    'kommunal',
    'Kommunal, evangelisch, katholisch, AWO, Caritas, DRK, Diakonie, Lebenshilfe, Elterninitiative, sonstiger freier Träger oder privat.',
    {
      also: ['Trägerart', 'Träger', 'Art des Trägers', 'Trägerschaft'],
      read: readWord(PROVIDER_WORDS),
      expected: `bitte eines dieser Wörter angeben: ${PROVIDER_CHOICES}.`,
      required: true,
    },
  ),
  importField('providerName', 'Träger', 'Stadt Musterstadt', 'Wie der Träger heißt.', {
    also: ['Trägername', 'Name des Trägers'],
  }),
  importField(
    'legalRegime',
    'Datenschutzrecht',
    'DSGVO',
    'DSGVO, KDG (katholisch) oder DSG-EKD (evangelisch). Leer bedeutet bei neuen Einrichtungen DSGVO.',
    {
      read: readWord(LEGAL_WORDS),
      expected: 'bitte DSGVO, KDG oder DSG-EKD angeben.',
    },
  ),
  importField('street', 'Straße', 'Beispielweg 1', 'Straße und Hausnummer.', {
    also: ['Anschrift', 'Adresse', 'Straße und Hausnummer'],
  }),
  importField('postalCode', 'PLZ', '44600', '5 Ziffern.', { also: ['Postleitzahl'] }),
  importField('city', 'Ort', 'Musterstadt', 'Der Ort zur Postleitzahl.', { also: ['Stadt', 'Wohnort'] }),
  importField(
    'latitude',
    'Breitengrad',
    '51,538',
    'Punkt auf der Karte, mit Komma oder Punkt. Nur zusammen mit dem Längengrad.',
    { also: ['lat', 'Breite'], ...DECIMAL },
  ),
  importField(
    'longitude',
    'Längengrad',
    '7,226',
    'Punkt auf der Karte, mit Komma oder Punkt. Nur zusammen mit dem Breitengrad.',
    { also: ['lon', 'lng', 'Länge'], ...DECIMAL },
  ),
  importField('contactName', 'Ansprechperson', 'Mara Muster', 'Wen man dort anspricht, meist die Leitung.', {
    also: ['Ansprechpartner', 'Ansprechpartnerin', 'Leitung', 'Kontakt', 'Schulleitung'],
  }),
  importField('contactFunction', 'Funktion der Ansprechperson', 'Leitung', 'Was diese Person dort tut.', {
    also: ['Funktion', 'Funktion der Leitung'],
  }),
  importField('phone', 'Telefon', '02323 000000', 'Mit Vorwahl.', {
    also: ['Tel.', 'Telefonnummer', 'Rufnummer'],
  }),
  importField('email', 'E-Mail', 'kita-beispielweg@example.org', 'Die Adresse der Einrichtung.', {
    also: ['Mail', 'E-Mail-Adresse'],
  }),
  importField('familyCentre', 'Familienzentrum', 'ja', 'ja oder nein, auch x oder 1. Nur bei Kitas.', {
    also: ['FZ', 'Familienzentrum NRW'],
    ...FLAG,
  }),
  importField('familyCentreSince', 'Familienzentrum seit', '01.08.2019', SINCE, DAY),
  importField('movementKita', 'Anerkannter Bewegungskindergarten', 'nein', 'ja oder nein. Nur bei Kitas.', {
    also: ['Bewegungskindergarten', 'Bewegungskita'],
    ...FLAG,
  }),
  importField('movementKitaSince', 'Anerkannter Bewegungskindergarten seit', '', SINCE, DAY),
  importField('plusKita', 'plusKita', 'nein', 'ja oder nein. Nur bei Kitas.', {
    also: ['plus-Kita'],
    ...FLAG,
  }),
  importField('plusKitaSince', 'plusKita seit', '', SINCE, DAY),
  importField('allDaySchool', 'OGS', '', 'Offene Ganztagsschule: ja oder nein. Nur bei Schulen.', {
    also: ['Offene Ganztagsschule', 'Ganztag'],
    ...FLAG,
  }),
  importField('allDaySchoolSince', 'OGS seit', '', SINCE, DAY),
  importField('socialIndex', 'Schulsozialindex', '', '1 bis 9. Nur bei Schulen.', {
    also: ['Sozialindex', 'Sozialindexstufe'],
    ...WHOLE,
  }),
  importField(
    'socialIndexYear',
    'Schulsozialindex (Jahr)',
    '',
    'Bezugsjahr des Schulsozialindex, vierstellig.',
    {
      also: ['Bezugsjahr des Schulsozialindex', 'Sozialindex Jahr'],
      ...YEAR,
    },
  ),
  importField(
    'socialSituation',
    'Soziale Lage',
    'mittel',
    'niedrig, mittel oder hoch. Leer gilt, was für den Stadtbezirk angegeben ist.',
    {
      also: ['Sozialraum', 'Belastung'],
      read: readWord(SITUATION_WORDS),
      expected: 'bitte niedrig, mittel oder hoch angeben.',
    },
  ),
  importField(
    'socialSituationSource',
    'Soziale Lage (Quelle)',
    'Sozialbericht',
    'Woher die Angabe stammt, zum Beispiel „Sozialbericht“.',
    {
      also: ['Quelle der sozialen Lage'],
    },
  ),
  importField(
    'socialSituationYear',
    'Soziale Lage (Jahr)',
    '2025',
    'Aus welchem Jahr sie stammt, vierstellig.',
    {
      also: ['Jahr der sozialen Lage'],
      ...YEAR,
    },
  ),
  importField('places', 'Plätze', '75', 'Eine ganze Zahl.', {
    also: ['Anzahl Plätze', 'Platzzahl', 'Kinder'],
    ...WHOLE,
  }),
  importField(
    'staffCount',
    'Beschäftigte',
    '12',
    'Wie viele Fachkräfte oder Lehrkräfte dort arbeiten, eine ganze Zahl.',
    {
      also: ['Fachkräfte', 'Anzahl Fachkräfte', 'Personal'],
      ...WHOLE,
    },
  ),
];

/** Columns that a stored institution and the file have in common. */
export const INSTITUTION_COLUMNS = INSTITUTION_FIELDS.map(({ name }) => name);
