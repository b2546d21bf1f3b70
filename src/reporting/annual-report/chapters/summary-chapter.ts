import type { ChapterDto, TileDto } from '../content.dto.js';
import { cellOf, type Entry, type FigureBook } from '../writing/figure-book.js';
import { type SummaryFacts, summaryOf } from '../writing/summary-sentences.js';
import { section } from './parts.js';

/** symbioun's row, in its order. */
const HEADLINE = [
  ...['consultations', 'trainings', 'talks', 'workshops', 'events'],
  ...['institutions', 'children', 'staff', 'parents'],
];

/** What somebody reads who reads nothing else. */
export function summaryChapter(book: FigureBook, facts: SummaryFacts): ChapterDto {
  return {
    ...{ code: 'summary', title: 'Das Wichtigste in Kürze' },
    sections: [
      section(null, { paragraphs: summaryOf(facts) }),
      section('Das Programm in Zahlen', {
        tiles: HEADLINE.map((code) => tile(book.get(code), facts.isComparable)),
      }),
    ],
  };
}

function tile(entry: Entry, isComparable: boolean): TileDto {
  const { value, definition } = entry;
  const { code, numerator, denominator, previous } = value;
  const before = previous && cellOf({ definition, value: { ...value, ...previous } });
  return {
    ...{ title: definition.title, text: cellOf(entry).text },
    previous: before && isComparable ? `Vorjahr: ${before.text}` : null,
    figure: { code, numerator, denominator, value: value.value },
  };
}
