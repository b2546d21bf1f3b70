import { type CalendarDate, germanDate } from '../../../../kernel/calendar/calendar-date.js';
import type { ParentsSheetFacts, SheetItem, SheetNorm } from '../parents-sheet-facts.js';

const NUMBER = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 });

/** The five classes in gentle words, from the first to the fifth. */
export const CLASS_WORDS = [
  'braucht noch Übung',
  'auf gutem Weg',
  'wie viele in diesem Alter',
  'schon gut',
  'schon sehr gut',
] as const;

const PLACES = ['ersten', 'zweiten', 'dritten', 'vierten', 'fünften'] as const;
const WAVES: Readonly<Record<string, string>> = {
  entry: 'Eingangstest',
  progress: 'Verlaufstest',
  exit: 'Ausgangstest',
};
const UNITS: Readonly<Record<string, [one: string, many: string]>> = {
  jumps: ['Sprung', 'Sprünge'],
  cm: ['cm', 'cm'],
  steps: ['Schritt', 'Schritte'],
  count: ['Mal', 'Mal'],
  s: ['Sekunde', 'Sekunden'],
  m: ['Meter', 'Meter'],
  contacts: ['Berührung', 'Berührungen'],
};

export const WORDS = {
  title: 'Rückmeldung für Eltern',
  name: 'Name des Kindes',
  code: 'Code',
  nameHint: 'Wird von Hand eingetragen und steht nur hier.',
  task: 'Die Aufgabe',
  result: 'So war es',
  ideas: 'Spielideen für zu Hause',
  noResult: 'Von diesem Tag gibt es hier kein Ergebnis. Das macht nichts.',
  noNorm: 'Dafür gibt es hier keine Vergleichswerte.',
  ceiling: 'Mehr ist bei dieser Aufgabe nicht möglich.',
  barsTitle: 'Was die fünf Felder zeigen',
  comparisonTitle: 'Womit verglichen wird',
  noComparison: 'Zu diesen Aufgaben gibt es keine Vergleichswerte, deshalb stehen hier nur die Ergebnisse.',
  limitsTitle: 'Was dieses Blatt nicht sagt',
  limits:
    'Es ist keine Diagnose, keine Note und kein Vergleich mit Kindern der Gruppe. Ein Tag ist nur ein Augenblick: Müde oder aufgeregt zu sein, gehört dazu. Bei Fragen hilft das Team gern weiter, und bei Sorgen die kinderärztliche Praxis.',
  consentTitle: 'Die Einwilligung',
  consent:
    'Sie gilt, bis sie zurückgenommen wird. Das geht jederzeit und ohne Begründung, ein Wort an das Team genügt. Dann werden alle Ergebnisse des Kindes gelöscht.',
} as const;

/** Such as `Kita Regenbogen · Bärengruppe · 12.11.2026 · Eingangstest`. */
export function occasionInWords(facts: ParentsSheetFacts): string {
  const { institutionName, groupName, testedOn, wave } = facts;
  return [institutionName, groupName, germanDate(testedOn), WAVES[wave] ?? ''].filter(Boolean).join(' · ');
}

export function introInWords({ institutionKind, testedOn }: ParentsSheetFacts): string {
  const place = institutionKind === 'school' ? 'in der Schule' : 'in der Kita';
  return `Liebe Eltern, am ${longDate(testedOn)} haben die Kinder ${place} Bewegungsaufgaben ausprobiert. Hier steht, wie es für Ihr Kind war und was zu Hause Freude macht.`;
}

/** The value with its unit; for a station, whether it was managed. */
export function valueInWords({ unit, value }: Pick<SheetItem, 'unit' | 'value'>): string {
  if (value === null) return '';
  if (unit === 'yes_no') return value >= 1 ? 'Geschafft' : 'Ausprobiert';
  const [one, many] = UNITS[unit] ?? [unit, unit];
  return `${NUMBER.format(value).replace('-', '−')} ${value === 1 ? one : many}`;
}

/** What somebody hears who does not see the five fields. */
export function barInWords(performanceClass: number): string {
  return `Markiert im ${PLACES[performanceClass - 1]} von fünf Feldern: ${CLASS_WORDS[performanceClass - 1]}`;
}

/** What the fields mean and what the values were compared with. */
export function barsInWords(norms: readonly SheetNorm[]): string {
  if (norms.length === 0) return WORDS.noComparison;
  const fields = `Sie reichen von „${CLASS_WORDS[0]}“ bis „${CLASS_WORDS[4]}“. Verglichen wird mit vielen Kindern gleichen Alters und Geschlechts; in jedem Feld liegt etwa ein Fünftel von ihnen.`;
  return `${fields} Vergleichswerte: ${norms.map(normInWords).join('; ')}.`;
}

function normInWords({ title, population, years, derived }: SheetNorm): string {
  const origin = [title, population, years].filter(Boolean).join(', ');
  return derived ? `${origin} (aus Rohdaten abgeleitet, keine veröffentlichte Norm)` : origin;
}

/** What the window's title bar says. */
export function titleOf({ childCode, testedOn }: ParentsSheetFacts): string {
  return `${WORDS.title} – ${childCode}, ${germanDate(testedOn)}`;
}

const LONG_DATE = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });

function longDate(date: CalendarDate): string {
  return LONG_DATE.format(new Date(`${date}T00:00:00Z`));
}
