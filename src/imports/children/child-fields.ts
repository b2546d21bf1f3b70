import { CODE_LENGTH, SEXES, type Sex } from '../../assessments/children/child-rules.js';
import { READABLE_SIGNS } from '../../kernel/readable-code.js';
import { type CellReader, readDay, readWord } from '../reading/cells.js';
import { importField, type ImportField } from '../reading/field.js';
import { WordIndex } from '../reading/words.js';

/** The first word of each is the one of the screens. */
const SEX_WORDS: Record<Sex, readonly [string, ...string[]]> = {
  female: ['weiblich', 'w', 'f', 'Mädchen'],
  male: ['männlich', 'm', 'Junge'],
  diverse: ['divers', 'd'],
  unspecified: ['ohne Angabe', 'o', 'o. A.', 'keine Angabe', 'k. A.'],
};

const CODE = new RegExp(`^[${READABLE_SIGNS}]{${CODE_LENGTH}}$`);

const readCode: CellReader = (cell) => {
  const code = cell.replace(/[\s-]/g, '').toUpperCase();
  return CODE.test(code) ? code : undefined;
};

const MONTHS = [
  ...['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli'],
  ...['august', 'september', 'oktober', 'november', 'dezember'],
];

/** `2021-05`, `05.2021`, `5/2021`, `Mai 2021`; not a day: the day of birth is nobody's business here. */
export const readMonth: CellReader = (cell) => {
  const iso = /^(\d{4})-(\d{1,2})$/.exec(cell);
  const german = /^(\d{1,2})\s*[./]\s*(\d{4})$/.exec(cell);
  const named = /^([a-zä]+)\.?\s*(\d{4})$/i.exec(cell);
  const [year, month] = iso
    ? [iso[1], Number(iso[2])]
    : german
      ? [german[2], Number(german[1])]
      : [named?.[2], monthNamed(named?.[1] ?? '')];
  if (!year || !(month >= 1 && month <= 12)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}`;
};

/** 1 to 12 for a name or its first three letters or more; 0 for anything else. */
function monthNamed(name: string): number {
  const start = name.toLowerCase();
  return start.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(start)) + 1;
}

/** What a file of children may say, in the order of the template. There is no column for a name, and there must not be one. */
export const CHILD_FIELDS: ImportField[] = [
  importField('code', 'Code', 'K7F3M', 'Fünf Zeichen; das Kind, das es damit schon gibt, oder ein neues', {
    also: ['Kind', 'Kindcode', 'Pseudonym'],
    read: readCode,
    expected: `bitte ${CODE_LENGTH} Zeichen aus ${READABLE_SIGNS} angeben.`,
    required: true,
  }),
  importField('birthMonth', 'Geburtsmonat', '05.2021', 'Monat und Jahr, ohne Tag', {
    also: ['Geburt', 'Geburtsmonat und -jahr', 'geboren'],
    read: readMonth,
    expected: 'bitte nur Monat und Jahr wie 05.2021 angeben, keinen Tag.',
  }),
  importField('sex', 'Geschlecht', 'weiblich', 'weiblich, männlich, divers oder ohne Angabe', {
    also: ['m/w/d', 'w/m/d'],
    read: readWord(new WordIndex(SEXES.map((sex) => [sex, SEX_WORDS[sex]] as const))),
    expected: 'bitte weiblich, männlich, divers oder ohne Angabe angeben.',
  }),
  importField('groupName', 'Gruppe', 'Bärengruppe', 'Name der Gruppe oder Klasse in diesem Jahr', {
    also: ['Klasse', 'Gruppe/Klasse', 'Gruppenname'],
    expected: 'bitte den Namen einer Gruppe dieses Jahres angeben.',
    required: true,
  }),
  importField('consentGivenOn', 'Einwilligung vom', '01.09.2026', 'Tag der Unterschrift; leer: noch keine', {
    also: ['Einwilligung', 'Einwilligung am', 'Datum der Einwilligung'],
    read: (cell) => (cell.includes('/') ? undefined : readDay(cell)),
    expected: 'bitte ein Datum wie 01.09.2026 angeben, das es gibt.',
  }),
];

// However it is put ("Name, Vorname", "first name"), but not what a group or a house is called.
const NAME_HEADERS = /^(?!.*(gruppe|group|klasse|einrichtung|kita|schule)).*name|^(adresse|anschrift)$/i;

/** Headers under which somebody's name would stand. */
export function nameHeaders(headers: readonly string[]): string[] {
  return headers.filter((header) => NAME_HEADERS.test(header.trim()));
}
