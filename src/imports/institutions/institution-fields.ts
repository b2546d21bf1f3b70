import { readDecimal, readFlag, readWhole, readWord, readYear } from '../reading/cells.js';
import { importField, type ImportField } from '../reading/field.js';
import { KIND_WORDS, LEGAL_WORDS, PROVIDER_CHOICES, PROVIDER_WORDS, SITUATION_WORDS } from './words.js';

const FLAG = { read: readFlag, expected: 'bitte ja oder nein angeben.' };
const WHOLE = { read: readWhole };
const DECIMAL = { read: readDecimal };
const YEAR = { read: readYear };

/** What a file of institutions may say, in the order of the template. Names are those of the API's DTO. */
export const INSTITUTION_FIELDS: ImportField[] = [
  importField('schoolNumber', 'Schulnummer', '', { also: ['Schul-Nr.', 'Amtliche Schulnummer', 'SNR'] }),
  importField('shortCode', 'Kurzzeichen', 'K01', {
    also: ['Kürzel', 'Kurzname', 'Nr.', 'Nummer', 'Kennung'],
  }),
  importField('name', 'Einrichtung', 'Kita Beispielweg', {
    also: ['Name der Einrichtung', 'Einrichtungsname', 'Bezeichnung', 'Name der Kita', 'Name der Schule'],
    required: true,
  }),
  importField('kind', 'Art', 'Kita', {
    also: ['Einrichtungsart', 'Typ', 'Kita/Schule', 'Kita oder Schule'],
    read: readWord(KIND_WORDS),
    expected: 'bitte Kita oder Schule angeben.',
    required: true,
  }),
  importField('districtId', 'Stadtbezirk', 'Musterbezirk', {
    also: ['Bezirk', 'district', 'Stadtteil', 'Ortsteil'],
    required: true,
  }),
  importField('providerKind', 'Träger (Art)', 'kommunal', {
    also: ['Trägerart', 'Träger', 'Art des Trägers', 'Trägerschaft'],
    read: readWord(PROVIDER_WORDS),
    expected: `bitte eines dieser Wörter angeben: ${PROVIDER_CHOICES}.`,
    required: true,
  }),
  importField('providerName', 'Träger', 'Stadt Musterstadt', { also: ['Trägername', 'Name des Trägers'] }),
  importField('legalRegime', 'Datenschutzrecht', 'DSGVO', {
    read: readWord(LEGAL_WORDS),
    expected: 'bitte DSGVO, KDG oder DSG-EKD angeben.',
  }),
  importField('street', 'Straße', 'Beispielweg 1', {
    also: ['Anschrift', 'Adresse', 'Straße und Hausnummer'],
  }),
  importField('postalCode', 'PLZ', '44600', { also: ['Postleitzahl'] }),
  importField('city', 'Ort', 'Musterstadt', { also: ['Stadt', 'Wohnort'] }),
  importField('latitude', 'Breitengrad', '51,538', { also: ['lat', 'Breite'], ...DECIMAL }),
  importField('longitude', 'Längengrad', '7,226', { also: ['lon', 'lng', 'Länge'], ...DECIMAL }),
  importField('contactName', 'Ansprechperson', 'Mara Muster', {
    also: ['Ansprechpartner', 'Ansprechpartnerin', 'Leitung', 'Kontakt', 'Schulleitung'],
  }),
  importField('phone', 'Telefon', '02323 000000', { also: ['Tel.', 'Telefonnummer', 'Rufnummer'] }),
  importField('email', 'E-Mail', 'kita-beispielweg@example.org', { also: ['Mail', 'E-Mail-Adresse'] }),
  importField('familyCentre', 'Familienzentrum', 'ja', { also: ['FZ', 'Familienzentrum NRW'], ...FLAG }),
  importField('movementKita', 'Anerkannter Bewegungskindergarten', 'nein', {
    also: ['Bewegungskindergarten', 'Bewegungskita'],
    ...FLAG,
  }),
  importField('plusKita', 'plusKita', 'nein', { also: ['plus-Kita'], ...FLAG }),
  importField('allDaySchool', 'OGS', '', { also: ['Offene Ganztagsschule', 'Ganztag'], ...FLAG }),
  importField('socialIndex', 'Schulsozialindex', '', { also: ['Sozialindex', 'Sozialindexstufe'], ...WHOLE }),
  importField('socialIndexYear', 'Schulsozialindex (Jahr)', '', {
    also: ['Bezugsjahr des Schulsozialindex', 'Sozialindex Jahr'],
    ...YEAR,
  }),
  importField('socialSituation', 'Soziale Lage', 'mittel', {
    also: ['Sozialraum', 'Belastung'],
    read: readWord(SITUATION_WORDS),
    expected: 'bitte niedrig, mittel oder hoch angeben.',
  }),
  importField('socialSituationSource', 'Soziale Lage (Quelle)', 'Sozialbericht', {
    also: ['Quelle der sozialen Lage'],
  }),
  importField('socialSituationYear', 'Soziale Lage (Jahr)', '2025', {
    also: ['Jahr der sozialen Lage'],
    ...YEAR,
  }),
  importField('places', 'Plätze', '75', { also: ['Anzahl Plätze', 'Platzzahl', 'Kinder'], ...WHOLE }),
  importField('staffCount', 'Beschäftigte', '12', {
    also: ['Fachkräfte', 'Anzahl Fachkräfte', 'Personal'],
    ...WHOLE,
  }),
];

/** Columns that a stored institution and the file have in common. */
export const INSTITUTION_COLUMNS = INSTITUTION_FIELDS.map(({ name }) => name);
