import { germanDate, isCalendarDate } from '../../kernel/calendar/calendar-date.js';
import { schoolYearName } from '../../kernel/calendar/school-year.js';
import { DIMENSION_TITLES } from '../reports/group-titles.js';
import {
  AGE_WORDS,
  BLOCK_WORDS,
  CELL_SEX_WORDS,
  CELL_WAVE_WORDS,
  OUTCOME_WORDS,
  PLACE_WORDS,
  SCHEME_WORDS,
} from '../publication/cells/cell-words.js';
import { ACTIONS, OBJECTS } from '../trail/trail-words.js';
import {
  ACCOUNT_WORDS,
  AUDIENCE_WORDS,
  BOOKING_WORDS,
  CONTACT_WORDS,
  FORMAT_WORDS,
  KIND_WORDS,
  MAIL_KIND_WORDS,
  MAIL_WORDS,
  PROVIDER_WORDS,
  ROLE_WORDS,
  SITUATION_WORDS,
  STATUS_WORDS,
  TRAINING_WORDS,
} from './words.js';

type Words = Record<string, string>;
/** Codes by their German words, ids by the name that a query finds, all else as it is written in German. */
type Said = { words: Words } | { find: string } | 'as is' | 'school year';

interface FilterWord {
  label: string;
  said: Said;
}

/** Runs a query with one parameter as the person: names that they may not read are not found. */
export type LookUp = (sql: string, value: string) => Promise<{ name: string }[]>;

const YES_NO: Words = { true: 'ja', false: 'nein' };

const SHOW_WORDS: Words = {
  all: 'alle',
  participating: 'nehmen teil',
  active: 'aktiv',
  inactive: 'nehmen teil, ohne Aktivität',
  quiet: 'lange ohne Aktivität',
};

const SORT_WORDS: Words = {
  ...{
    name: 'Name',
    '-name': 'Name, absteigend',
    district: 'Stadtbezirk',
    '-district': 'Stadtbezirk, absteigend',
  },
  ...{ rate: 'Meldequote, niedrigste zuerst', '-rate': 'Meldequote, höchste zuerst' },
  ...{ day: 'Tag, frühester zuerst', '-day': 'Tag, letzter zuerst' },
};

/** Anybody signed in may read the names of cities and districts; here only of those in which they see a house, as with every other id. */
const seesHouseIn = (municipality: string): string =>
  `exists (select from institutions i where i.municipality_id = ${municipality})`;

const nameIn = (table: string, name = 'name'): Said => ({
  find: `select ${name} as name from ${table} where id = $1`,
});

/** Of published statistics over children. */
const PUBLISHED_WORDS: Record<string, FilterWord> = {
  publicationId: {
    label: 'Veröffentlichung',
    said: {
      find: `select concat_ws(', ', m.name, p.school_year || '/' || lpad(((p.school_year + 1) % 100)::text, 2, '0'),
          nullif(p.half, 0) || '. Halbjahr', 'Fassung ' || p.revision) as name
        from publications p join municipalities m on m.id = p.municipality_id where p.id = $1`,
    },
  },
  block: { label: 'Tabelle', said: { words: BLOCK_WORDS } },
  item: { label: 'Aufgabe', said: 'as is' },
  protocolId: {
    label: 'Fassung der Aufgabe',
    said: nameIn('test_protocols', `item_code || ' ' || version`),
  },
  wave: { label: 'Welle', said: { words: CELL_WAVE_WORDS } },
  scheme: { label: 'Gliederung', said: { words: SCHEME_WORDS } },
  place: { label: 'Ort oder Lage', said: { words: PLACE_WORDS } },
  sex: { label: 'Geschlecht', said: { words: CELL_SEX_WORDS } },
  ageBand: { label: 'Alter', said: { words: AGE_WORDS } },
  outcome: { label: 'Ergebnis', said: { words: OUTCOME_WORDS } },
  rounding: { label: 'Rundung', said: 'as is' },
};

/** Every parameter of every file that says which rows are in it. What is not about rows (`form`) is not here. */
export const FILTER_WORDS: Record<string, FilterWord> = {
  municipalityId: {
    label: 'Kommune',
    said: {
      find: `select m.name from municipalities m where m.id = $1 and ${seesHouseIn('m.id')}`,
    },
  },
  schoolYear: { label: 'Kita-/Schuljahr', said: 'school year' },
  from: { label: 'Von', said: 'as is' },
  to: { label: 'Bis', said: 'as is' },
  districtId: {
    label: 'Stadtbezirk',
    said: {
      find: `select d.name from districts d where d.id = $1 and ${seesHouseIn('d.municipality_id')}`,
    },
  },
  // Of houses, and what a letter is about.
  kind: { label: 'Art', said: { words: { ...KIND_WORDS, ...MAIL_KIND_WORDS, all: 'alle' } } },
  providerKind: { label: 'Träger', said: { words: PROVIDER_WORDS } },
  familyCentre: { label: 'Familienzentrum', said: { words: YES_NO } },
  socialIndexGroup: {
    label: 'Schulsozialindex',
    said: { words: { '1-3': '1 bis 3', '4-6': '4 bis 6', '7-9': '7 bis 9' } },
  },
  socialSituation: { label: 'Soziale Lage', said: { words: SITUATION_WORDS } },
  q: { label: 'Suche', said: 'as is' },
  participation: {
    label: 'Teilnahme',
    said: { words: { yes: 'nimmt teil', no: 'nimmt nicht teil', ...STATUS_WORDS } },
  },
  archived: { label: 'Archiviert', said: { words: YES_NO } },
  sort: { label: 'Sortierung', said: { words: SORT_WORDS } },
  show: { label: 'Auswahl', said: { words: SHOW_WORDS } },
  institutionId: { label: 'Einrichtung', said: nameIn('institutions') },
  groupId: { label: 'Gruppe', said: nameIn('groups') },
  mine: { label: 'Nur eigene', said: { words: YES_NO } },
  focusArea: {
    label: 'Schwerpunkt',
    said: { find: 'select title as name from focus_areas where code = $1' },
  },
  trainingId: { label: 'Fortbildung', said: nameIn('trainings', 'title') },
  participating: { label: 'Nimmt teil', said: { words: YES_NO } },
  confirmed: { label: 'Gruppen bestätigt', said: { words: YES_NO } },
  former: { label: 'Ehemalige', said: { words: YES_NO } },
  active: { label: 'Im Angebot', said: { words: YES_NO } },
  audience: { label: 'Für wen', said: { words: AUDIENCE_WORDS } },
  format: { label: 'Format', said: { words: FORMAT_WORDS } },
  role: { label: 'Rolle', said: { words: ROLE_WORDS } },
  // Of accounts, of mails, of what the programme does, and the state of a calendar of holidays (NW), which stays as it is.
  state: {
    label: 'Stand',
    said: {
      words: { ...ACCOUNT_WORDS, ...MAIL_WORDS, ...TRAINING_WORDS, ...BOOKING_WORDS, ...CONTACT_WORDS },
    },
  },
  when: { label: 'Zeit', said: { words: { upcoming: 'kommende', past: 'vergangene' } } },
  forMe: { label: 'Für meine Einrichtungen', said: { words: YES_NO } },
  coachId: { label: 'Coach', said: nameIn('accounts') },
  moduleId: { label: 'Modul', said: nameIn('modules', 'title') },
  openStep: { label: 'Nächster Schritt offen', said: { words: YES_NO } },
  overdue: { label: 'Rückmeldung fehlt', said: { words: YES_NO } },
  actorId: { label: 'Person', said: nameIn('accounts') },
  action: {
    label: 'Vorgang',
    said: {
      words: Object.fromEntries(Object.entries(ACTIONS).map(([action, { label }]) => [action, label])),
    },
  },
  objectType: { label: 'Art des Gegenstands', said: { words: OBJECTS } },
  objectId: { label: 'Gegenstand', said: 'as is' },
  groupBy: { label: 'Aufteilung', said: { words: DIMENSION_TITLES } },
  compare: { label: 'Vergleich', said: { words: { previous_year: 'Vorjahr' } } },
  testDayId: {
    label: 'Testtag',
    said: nameIn('test_days', `to_char(held_on, 'DD.MM.YYYY')`),
  },
  ...PUBLISHED_WORDS,
};

/**
 * The filter of a file in German words, one line each: `Stadtbezirk: Wanne`.
 * @returns nothing for what was not asked for; a name that the person may not read stays unsaid
 */
export async function filterWords(query: object, lookUp: LookUp): Promise<[label: string, value: string][]> {
  const lines: [string, string][] = [];
  const given = new Map<string, unknown>(Object.entries(query));
  for (const [name, { label, said }] of Object.entries(FILTER_WORDS)) {
    const values = [given.get(name) ?? []].flat().map(String);
    const words: string[] = [];
    for (const value of values) words.push(await wordOf(value, said, lookUp));
    if (words.length > 0) lines.push([label, words.join(', ')]);
  }
  return lines;
}

async function wordOf(value: string, said: Said, lookUp: LookUp): Promise<string> {
  if (said === 'school year') return schoolYearName(Number(value));
  if (said === 'as is') return isCalendarDate(value) ? germanDate(value) : value;
  if ('words' in said) return said.words[value] ?? value;
  const [found] = await lookUp(said.find, value);
  return found?.name ?? 'nicht bekannt';
}
