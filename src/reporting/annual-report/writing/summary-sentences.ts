import type { FigureValueDto } from '../../reports/report.dto.js';
import type { YearTarget } from '../annual-figures.js';
import { comparedCount, comparedRatio, comparedShare, type Comparison } from './comparison.js';
import { counted, type Noun, numberText, roundText, shareText } from './numbers.js';

/*
 * What the figures say, in sentences for a city council. They state and compare with the year before; they do not judge, rank or explain, and
 * they name no single house. Where there is nothing to say, nothing is said.
 */

export interface SummaryFacts {
  city: string;
  /** `2025/26` */
  year: string;
  /** `1. August 2025` and `31. Juli 2026`, or the day up to which a running year is counted. */
  from: string;
  until: string;
  isInterim: boolean;
  /** There is a year before to compare with. */
  isComparable: boolean;
  figure: (code: string) => FigureValueDto;
  target: YearTarget | null;
}

type Sentence = string | null;

const PROGRAMME = '„Olympia ruft – Mach mit!“';
const INSTITUTIONS: Noun = { one: 'eine Einrichtung', many: 'Einrichtungen' };
const CHILDREN: Noun = { one: 'ein Kind', many: 'Kinder' };
const ACTIVITIES: Noun = { one: 'eine Aktivität', many: 'Aktivitäten' };
const MINUTES: Noun = { one: 'einer Minute', many: 'Minuten' };
const STAFF: Noun = { one: 'eine Fachkraft', many: 'Fachkräfte' };
const TRAININGS: Noun = { one: 'einer Fortbildung', many: 'Fortbildungen' };
const CONSULTATIONS: Noun = { one: 'eine Beratung', many: 'Beratungen' };
const UNITS: Noun = { one: 'eine UE', many: 'UE' };
const WEEKLY_MINUTES: Noun = { one: 'eine Minute je Gruppe und Woche', many: 'Minuten je Gruppe und Woche' };

/** Paragraphs, each about one matter. */
export function summaryOf(facts: SummaryFacts): string[] {
  return [
    [openingOf(facts), firstYearOf(facts)],
    [reachOf(facts), activeOf(facts), childrenOf(facts), maintenanceOf(facts)],
    [doseOf(facts), reportingOf(facts)],
    [adoptionOf(facts), audiencesOf(facts), fidelityOf(facts)],
    [trainingOf(facts), trainedOf(facts)],
    [coachingOf(facts)],
    [targetOf(facts)],
  ]
    .map((sentences) => sentences.filter((sentence) => sentence !== null).join(' '))
    .filter((paragraph) => paragraph !== '');
}

export function openingOf({ city, year, from, until, isInterim }: SummaryFacts): string {
  return isInterim
    ? `Dieser Zwischenstand fasst zusammen, was bei ${PROGRAMME} in ${city} vom ${from} bis zum ${until} geschehen ist. Das Kita-/Schuljahr ${year} läuft noch; verglichen wird mit dem gleichen Zeitraum des Vorjahrs.`
    : `Dieser Bericht fasst zusammen, was bei ${PROGRAMME} in ${city} im Kita-/Schuljahr ${year} geschehen ist.`;
}

export function firstYearOf({ isComparable }: SummaryFacts): Sentence {
  return isComparable ? null : 'Aus dem Vorjahr liegen keine Angaben vor; Vergleiche fehlen deshalb.';
}

export function reachOf({ city, figure }: SummaryFacts): string {
  const reached = figure('institutions_reached');
  const { numerator: count, denominator } = reached;
  const all = denominator ?? 0;
  if (all === 0) return `In ${city} ist noch keine Einrichtung eingetragen.`;
  if (count === 0) return `Von ${dative(all)} in ${city} hat noch keine teilgenommen.`;
  if (all === 1) return `Die eine Einrichtung in ${city} hat teilgenommen.`;
  const took = count === 1 ? 'hat eine' : `haben ${numberText(count)}`;
  return `Von ${dative(all)} in ${city} ${took} teilgenommen (${shareText(reached)})${after(comparedCount(reached))}.`;
}

export function activeOf({ figure }: SummaryFacts): Sentence {
  const active = figure('institutions_active');
  const { numerator: count, denominator } = active;
  if (!denominator) return null;
  if (count === 0) return 'Aktivitäten sind noch nicht eingetragen.';
  const where =
    count === denominator
      ? inAll(count)
      : `In ${numberText(count)} von ${numberText(denominator)} teilnehmenden Einrichtungen`;
  return `${where} wurde mindestens eine Aktivität eingetragen (${shareText(active)}).`;
}

export function childrenOf({ figure }: SummaryFacts): Sentence {
  const children = figure('children_reached');
  const groups = figure('groups_reached');
  if (!children.denominator || children.numerator === 0) return null;
  const were = children.numerator === 1 ? 'wurde' : 'wurden';
  const reached = `Erreicht ${were} ${counted(children.numerator, CHILDREN)}${after(comparedCount(children))}.`;
  if (children.denominator === 1) return reached;
  const all = numberText(children.denominator);
  const inGroups = `${numberText(groups.numerator)} von ${numberText(groups.denominator ?? 0)} Gruppen und Klassen`;
  return `${reached} Das sind ${shareText(children)} der ${all} Kinder in den teilnehmenden Einrichtungen, in ${inGroups}.`;
}

export function maintenanceOf({ figure, isComparable }: SummaryFacts): Sentence {
  const kept = figure('institutions_maintained');
  if (!isComparable || !kept.denominator) return null;
  if (kept.denominator === 1) {
    return kept.numerator === 1 ? 'Die Einrichtung, die im Vorjahr aktiv war, ist es wieder.' : null;
  }
  return `Von ${numberText(kept.denominator)} Einrichtungen, die im Vorjahr aktiv waren, sind es ${numberText(kept.numerator)} wieder (${shareText(kept)}).`;
}

export function doseOf({ figure }: SummaryFacts): Sentence {
  const activities = figure('activities');
  if (activities.numerator === 0) return null;
  const weekly = figure('minutes_per_group_week');
  const were = activities.numerator === 1 ? 'wurde' : 'wurden';
  const minutes = counted(figure('minutes').numerator, MINUTES);
  const sum = `Eingetragen ${were} ${counted(activities.numerator, ACTIVITIES)} mit zusammen ${minutes}${after(comparedCount(activities), 'Aktivitäten')}.`;
  if (weekly.value === null) return sum;
  const mean = numberText(weekly.value);
  return `${sum} Auf eine aktive Gruppe kamen im Mittel ${mean} Minuten je Woche${after(comparedRatio(weekly, 0))}.`;
}

export function reportingOf({ figure }: SummaryFacts): Sentence {
  const reported = figure('weeks_reported');
  const onTime = figure('weeks_on_time');
  if (!reported.denominator) return null;
  const rate = `Die Meldequote beträgt ${shareText(reported)}: In ${numberText(reported.numerator)} von ${numberText(reported.denominator)} erwarteten Wochen liegt mindestens ein Eintrag vor${after(comparedShare(reported))}.`;
  if (!onTime.denominator) return rate;
  return `${rate} Spätestens nach sieben Tagen eingetragen waren davon ${shareText(onTime)}.`;
}

export function adoptionOf({ figure }: SummaryFacts): Sentence {
  const modules = figure('modules_per_institution');
  if (!modules.denominator) return null;
  if (modules.numerator === 0) return 'Module sind noch nicht gewählt.';
  const chosen =
    modules.numerator === 1
      ? 'Gewählt wurde ein Modul'
      : `Gewählt wurden ${numberText(modules.numerator)} Module`;
  return `${chosen}, im Mittel ${numberText(modules.value ?? 0, 1)} je teilnehmender Einrichtung${after(comparedRatio(modules, 1))}.`;
}

export function audiencesOf({ figure }: SummaryFacts): Sentence {
  const [children, parents, staff] = [
    figure('with_children_module'),
    figure('with_parents_module'),
    figure('with_staff_module'),
  ];
  const some = children.numerator + parents.numerator + staff.numerator;
  if (!children.denominator || some === 0) return null;
  const of = (value: FigureValueDto): string => `${numberText(value.numerator)} (${shareText(value)})`;
  return `Mindestens ein Modul für Kinder hatten ${of(children)} der ${numberText(children.denominator)} teilnehmenden Einrichtungen, für Eltern ${of(parents)} und für Fachkräfte ${of(staff)}.`;
}

export function fidelityOf({ figure }: SummaryFacts): Sentence {
  const delivered = figure('modules_delivered');
  if (!delivered.denominator) return null;
  if (delivered.denominator === 1) {
    return `Das eine geplante Modul ${delivered.numerator === 1 ? 'wurde durchgeführt' : 'fand nicht statt'}.`;
  }
  const were = delivered.numerator === 1 ? 'wurde' : 'wurden';
  const count =
    delivered.numerator === 1
      ? 'eines'
      : delivered.numerator === 0
        ? 'noch keine'
        : numberText(delivered.numerator);
  return `Von ${numberText(delivered.denominator)} geplanten Modulen ${were} ${count} durchgeführt (${shareText(delivered)}).`;
}

export function trainingOf({ figure }: SummaryFacts): string {
  const people = figure('people_attended');
  if (people.numerator === 0) return 'Fortbildungen hat noch niemand besucht.';
  const held = counted(figure('trainings_held').numerator, TRAININGS);
  const units = roundText(figure('teaching_units').value ?? 0);
  const took = people.numerator === 1 ? 'nahm' : 'nahmen';
  return `An ${held} ${took} ${counted(people.numerator, STAFF)} teil${after(comparedCount(people))}; besucht wurden zusammen ${units} Unterrichtseinheiten (UE) zu je 45 Minuten.`;
}

export function trainedOf({ figure }: SummaryFacts): Sentence {
  const trained = figure('staff_trained');
  const two = figure('institutions_two_trained');
  if (!trained.denominator || trained.numerator === 0) return null;
  const are = trained.numerator === 1 ? 'ist eine' : `sind ${numberText(trained.numerator)}`;
  const share = `Von ${numberText(trained.denominator)} Fachkräften in den teilnehmenden Einrichtungen ${are} fortgebildet, also mit mindestens 4 besuchten UE (${shareText(trained)}${after(comparedShare(trained))}).`;
  if (!two.denominator || two.numerator === 0) return share;
  return `${share} Mindestens zwei Fortgebildete arbeiten in ${numberText(two.numerator)} von ${numberText(two.denominator)} Einrichtungen (${shareText(two)}).`;
}

export function coachingOf({ figure }: SummaryFacts): Sentence {
  const contacts = figure('contacts_per_institution');
  if (!contacts.denominator) return null;
  if (contacts.numerator === 0) return 'Beratungen durch Coaches haben noch nicht stattgefunden.';
  const took = contacts.numerator === 1 ? 'fand' : 'fanden';
  const mean = numberText(contacts.value ?? 0, 1);
  return `Es ${took} ${counted(contacts.numerator, CONSULTATIONS)} durch Coaches statt, im Mittel ${mean} je teilnehmender Einrichtung${after(comparedRatio(contacts, 1))}.`;
}

export function targetOf({ target, figure }: SummaryFacts): Sentence {
  if (target === null) return null;
  const parts = [
    part(target.institutions, figure('institutions_reached').numerator, INSTITUTIONS),
    part(target.children, figure('children_reached').numerator, CHILDREN),
    part(target.weeklyMinutes, Math.round(figure('minutes_per_group_week').value ?? 0), WEEKLY_MINUTES),
    part(target.teachingUnits, figure('teaching_units').value ?? 0, UNITS),
    part(target.consultations, figure('contacts_per_institution').numerator, CONSULTATIONS),
  ].filter((text) => text !== null);
  if (parts.length === 0) return null;
  return `Die Ziele des Kita-/Schuljahrs: ${parts.join(', ')}.`;
}

function part(wanted: number | null, reached: number, noun: Noun): Sentence {
  return wanted === null ? null : `${counted(wanted, noun)} (erreicht: ${roundText(reached)})`;
}

/** After `von`. */
function dative(count: number): string {
  return count === 1 ? 'einer Einrichtung' : `${numberText(count)} Einrichtungen`;
}

function inAll(count: number): string {
  return count === 1
    ? 'In der teilnehmenden Einrichtung'
    : `In allen ${numberText(count)} teilnehmenden Einrichtungen`;
}

/** A comparison behind a comma; of what, where it would not be clear. */
function after(comparison: Comparison, of?: string): string {
  if (comparison === null) return '';
  return of === undefined
    ? `, ${comparison}`
    : `, ${comparison.replace(/^(\S+) (mehr|weniger)/, `$1 ${of} $2`)}`;
}
