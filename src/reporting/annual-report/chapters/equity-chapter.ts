import type { AnnualFigures, DividedReports } from '../annual-figures.js';
import type { ChapterDto, ChartDto, SectionDto } from '../content.dto.js';
import { gapText } from '../writing/comparison.js';
import { inWords } from '../writing/figure-book.js';
import { baseText, shareText } from '../writing/numbers.js';
import {
  CHILDREN,
  cellOfGroup,
  type Column,
  dividedTable,
  DOSE,
  entryOfGroup,
  groupsOf,
  HIDDEN_NOTE,
  MODULES,
  TAKING_PART,
  titleOf,
  TRAINED,
  valueOfGroup,
} from './divided.js';
import { said, section } from './parts.js';

const DOTS = [TAKING_PART, CHILDREN, TRAINED];
const COLUMNS = [TAKING_PART, CHILDREN, DOSE, MODULES, TRAINED];
const SHARE = { kind: 'share' } as const;

/** Who is reached less? By groups of houses, never house by house. */
export function equityChapter({ by }: AnnualFigures): ChapterDto {
  return {
    ...{ code: 'equity', title: 'Chancen' },
    sections: [
      section(null, {
        paragraphs: [
          'Bewegung soll alle Kinder erreichen. Dieses Kapitel stellt Gruppen von Einrichtungen nebeneinander. Es zeigt Unterschiede, nennt aber keine Gründe und vergleicht keine einzelnen Häuser.',
        ],
        note: HIDDEN_NOTE,
      }),
      divided(by.social_situation, 'Nach sozialer Lage', 'Soziale Lage', [
        gapSentence(by.social_situation, CHILDREN, {
          of: { key: 'high', words: 'in hoch belasteter Lage' },
          from: { key: 'low', words: 'in niedrig belasteter' },
        }),
      ]),
      divided(by.social_index_group, 'Schulen nach Schulsozialindex', 'Schulsozialindex', [
        gapSentence(by.social_index_group, CHILDREN, {
          of: { key: '7-9', words: 'an Schulen mit dem Index 7 bis 9' },
          from: { key: '1-3', words: 'mit dem Index 1 bis 3' },
        }),
      ]),
      section('Nach Träger', {
        table: dividedTable(by.provider_kind, COLUMNS, { title: 'Nach Träger', head: 'Träger' }),
      }),
      section('Familienzentren', {
        table: dividedTable(by.family_centre, COLUMNS, {
          title: 'Familienzentren und andere',
          head: 'Einrichtungen',
        }),
      }),
    ],
  };
}

function divided(
  reports: DividedReports,
  title: string,
  head: string,
  sentences: (string | null)[],
): SectionDto {
  if (groupsOf(reports).length === 0)
    return section(title, { paragraphs: ['Dazu liegen keine Angaben vor.'] });
  return section(title, {
    paragraphs: said(...sentences),
    chart: dots(reports, head),
    table: dividedTable(reports, COLUMNS, { title: `${title}: alle Zahlen`, head }),
  });
}

function dots(reports: DividedReports, head: string): ChartDto {
  return {
    ...{
      kind: 'dots',
      title: `Teilnahme, Kinder und Fortbildung (${head})`,
      series: DOTS.map((column) => column.title),
      max: 1,
      isShare: true,
    },
    description: 'Punkte: Anteile von 0 bis 100 Prozent, für jede Gruppe untereinander.',
    rows: groupsOf(reports).map((group) => {
      const entries = DOTS.map((column) => entryOfGroup(reports, group, column));
      return {
        title: titleOf(group),
        values: entries.map((entry) => entry?.value.value ?? null),
        texts: entries.map((entry) => inWords(cellOfGroup(entry))),
      };
    }),
  };
}

interface Side {
  key: string;
  words: string;
}

/** The gap between two groups, with the counts behind it; null where one of them is not there. */
export function gapSentence(
  reports: DividedReports,
  column: Column,
  { of, from }: { of: Side; from: Side },
): string | null {
  const [one, other] = [valueOfGroup(reports, of.key, column), valueOfGroup(reports, from.key, column)];
  if (!one || !other || one.value === null || other.value === null) return null;
  const gap = gapText(one, other);
  const sides = `${shareText(one)} der Kinder ${of.words} (${baseText(one, SHARE) ?? ''}) und ${shareText(other)} ${from.words} (${baseText(other, SHARE) ?? ''})`;
  return `Erreicht wurden ${sides}; ${gap === null ? 'das ist gleich viel' : `das sind ${gap}`}.`;
}
