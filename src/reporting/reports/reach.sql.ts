import type { Database } from '../../database/database.js';
import { Parameters } from '../../institutions/institution-filter.js';
import { houses } from '../overview/houses.sql.js';
import { countRows, PARTICIPATING } from './figures.sql.js';
import { grouped } from './grouping.sql.js';
import type { CountedRow, Figure, Question, Report } from './report.js';

const FIGURES: Figure[] = [
  {
    code: 'institutions_reached',
    title: 'Erreichte Einrichtungen',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'Teilnehmende Einrichtungen',
    denominatorTitle: 'Einrichtungen',
    definition:
      'Einrichtungen, die an mindestens einem Tag des Zeitraums teilgenommen haben, von allen, auch den nicht teilnehmenden.',
    decimals: 0,
  },
  {
    code: 'institutions_active',
    title: 'Aktive Einrichtungen',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'Teilnehmende Einrichtungen mit mindestens einer Aktivität',
    denominatorTitle: 'Teilnehmende Einrichtungen',
    definition:
      'Teilnehmende Einrichtungen mit mindestens einer Aktivität im Zeitraum, von allen teilnehmenden.',
    decimals: 0,
  },
  {
    code: 'children_reached',
    title: 'Erreichte Kinder',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'Kinder in Gruppen mit mindestens einer Aktivität',
    denominatorTitle: 'Kinder in allen Gruppen der teilnehmenden Einrichtungen',
    definition:
      'Summe der Größen aller Gruppen und Klassen mit mindestens einer Aktivität im Zeitraum, von der Summe der Größen aller Gruppen der teilnehmenden Einrichtungen; nie die Summe der Anwesenheiten.',
    decimals: 0,
  },
  {
    code: 'groups_reached',
    title: 'Aktive Gruppen',
    kind: 'share',
    unit: '%',
    numeratorTitle: 'Gruppen mit mindestens einer Aktivität',
    denominatorTitle: 'Gruppen der teilnehmenden Einrichtungen',
    definition:
      'Gruppen und Klassen mit mindestens einer Aktivität im Zeitraum, von allen Gruppen der teilnehmenden Einrichtungen.',
    decimals: 0,
  },
];

/** Where groups count: also in a house that was active although nobody has entered its participation. */
const sum = (column: string): string => `coalesce(sum(${column}) filter (where participating or active), 0)`;

/** Whom does the programme reach, of those it could? (Reach, and participation inside of institutions.) */
async function count(database: Database, question: Question): Promise<CountedRow[]> {
  const parameters = new Parameters();
  return countRows(
    database,
    question,
    {
      with: [houses(question, parameters), grouped(question)],
      from: 'grouped',
      figures: {
        institutions_reached: [PARTICIPATING, 'count(*)'],
        institutions_active: ['count(*) filter (where participating and active)', PARTICIPATING],
        children_reached: [sum('reached'), sum('enrolled')],
        groups_reached: [sum('active_groups'), sum('groups')],
      },
    },
    parameters,
  );
}

export const reach: Report = { title: 'Reichweite', figures: FIGURES, appliesFocusArea: true, count };
