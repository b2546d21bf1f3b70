import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { stateParam } from '../advice/advice-filter';
import { behind, type Figure, figureOf, formatFigure, type Report } from '../reports/report';
import type { Goal } from './goal';
import type { Measure } from './goal-card';
import type { useFilteredHref } from './overview-filter';
import { showParam, showValues } from './show';
import type { Goals } from './use-goals';

const words = texts.overview.goals;

const HELD: keyof typeof texts.programme.contactState = 'held';

type Href = ReturnType<typeof useFilteredHref>;
type Wanted = NonNullable<Goals['wanted']>;

/** What the card about a side of the programme says, from its report. */
export type MeasuresOf = (report: Report, goals: Goals, href: Href) => Measure[];

/** Of a figure of the report; nothing where the report does not have it. */
function measure(report: Report, code: string, say: (figure: Figure) => Omit<Measure, 'figure'>): Measure[] {
  const figure = figureOf(report, code);
  return figure ? [{ figure, ...say(figure) }] : [];
}

function goalOf({ wanted }: Goals, what: keyof Wanted, reached: number): Goal | undefined {
  return wanted ? { wanted: wanted[what], reached, unit: words.units[what] } : undefined;
}

const active = (href: Href): string => href('/ueberblick/einrichtungen', { [showParam]: showValues.active });

export const reachMeasures: MeasuresOf = (report, goals, href) => [
  ...measure(report, 'institutions_reached', (figure) => ({
    value: behind(figure),
    label: words.reach.institutions,
    href: href('/ueberblick/einrichtungen', { [showParam]: showValues.participating }),
    goal: goalOf(goals, 'institutions', figure.numerator),
  })),
  ...measure(report, 'children_reached', (figure) => ({
    value: formatInteger(figure.numerator),
    label: words.reach.children(formatInteger(figure.denominator ?? 0)),
    href: active(href),
    goal: goalOf(goals, 'children', figure.numerator),
  })),
];

export const doseMeasures: MeasuresOf = (report, goals, href) => [
  ...measure(report, 'minutes_per_group_week', (figure) => ({
    value: figure.value === null ? texts.common.none : words.dose.value(formatFigure(figure.about, figure)),
    label: words.dose.minutes,
    href: active(href),
    goal: goalOf(goals, 'weeklyMinutes', figure.value ?? 0),
  })),
  ...measure(report, 'activities', (figure) => ({
    value: formatInteger(figure.numerator),
    label: words.dose.activities,
    href: href('/ueberblick/aktivitaeten'),
  })),
];

export const trainingMeasures: MeasuresOf = (report, goals, href) => [
  ...measure(report, 'teaching_units', (figure) => ({
    value: words.training.value(formatFigure(figure.about, figure)),
    label: words.training.units,
    href: '/fortbildungen',
    goal: goalOf(goals, 'teachingUnits', figure.numerator),
  })),
  ...measure(report, 'staff_trained', (figure) => ({
    value: formatFigure(figure.about, figure),
    label: words.training.trained(behind(figure)),
    href: href('/ueberblick/fachkraefte'),
  })),
];

export const consultationMeasures: MeasuresOf = (report, goals, href) =>
  measure(report, 'consultations', (figure) => ({
    value: formatInteger(figure.numerator),
    label: words.coaching.consultations,
    href: href('/beratungen', { [stateParam]: HELD }),
    goal: goalOf(goals, 'consultations', figure.numerator),
  }));

export const coachingMeasures: MeasuresOf = (report) =>
  measure(report, 'institutions_without_contact', (figure) => ({
    value: behind(figure) || formatInteger(figure.numerator),
    label: words.coaching.without,
  }));
