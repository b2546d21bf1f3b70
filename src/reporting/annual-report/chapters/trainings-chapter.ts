import { type CalendarDate, germanDate } from '../../../kernel/calendar/calendar-date.js';
import { teachingUnits } from '../../../training/certificates/attendance-share.js';
import type { AnnualFigures, TrainingLine } from '../annual-figures.js';
import type { ChapterDto, ChartDto, TableDto } from '../content.dto.js';
import { wordCell } from '../writing/figure-book.js';
import { numberText } from '../writing/numbers.js';
import { type SummaryFacts, trainedOf, trainingOf } from '../writing/summary-sentences.js';
import { columnsOf, roundMax, said, section } from './parts.js';

/** More would make a list of a report. */
const LISTED = 12;

/** What the staff was trained in. */
export function trainingsChapter({ trainings }: AnnualFigures, facts: SummaryFacts): ChapterDto {
  const paragraphs = said(trainingOf(facts), trainedOf(facts));
  if (trainings.length === 0) return { ...TITLE, sections: [section(null, { paragraphs })] };
  return {
    ...TITLE,
    sections: [
      section(null, { paragraphs, chart: byFocusArea(trainings) }),
      section('Die Fortbildungen', { table: list(trainings), note: rest(trainings.length - LISTED) }),
    ],
  };
}

const TITLE = { code: 'trainings', title: 'Fortbildungen' } as const;

function byFocusArea(trainings: TrainingLine[]): ChartDto {
  const titles = [...new Set(trainings.map(({ focusArea }) => focusArea))].sort((a, b) =>
    a.localeCompare(b, 'de'),
  );
  const rows = titles.map((title) => {
    const of = trainings.filter(({ focusArea }) => focusArea === title);
    const visits = of.reduce((sum, { people }) => sum + people, 0);
    return { title, values: [visits], texts: [`${numberText(visits)} in ${numberText(of.length)} Fortb.`] };
  });
  return {
    ...{
      kind: 'bars',
      title: 'Teilnahmen nach Schwerpunkt',
      series: ['Teilnahmen'],
      rows,
      max: roundMax(rows),
    },
    ...{
      isShare: false,
      description: 'Balken: Teilnahmen an Fortbildungen; wer zwei besucht hat, zählt zweimal.',
    },
  };
}

function list(trainings: TrainingLine[]): TableDto {
  return {
    title: 'Besuchte Fortbildungen, nach dem ersten Termin',
    columns: columnsOf(['Fortbildung', 'Schwerpunkt', 'Termin'], ['Teilnehmende', 'Besuchte UE']),
    rows: trainings.slice(0, LISTED).map(({ title, focusArea, days, people, minutes }) => ({
      ...{ title, isTotal: false },
      cells: [focusArea, daysText(days), numberText(people), numberText(teachingUnits(minutes), 1)].map(
        wordCell,
      ),
    })),
  };
}

/** `09.11.2026`, of several days `ab 09.11.2026` */
function daysText([first, ...more]: string[]): string {
  if (first === undefined) return '';
  const day = germanDate(first as CalendarDate);
  return more.length === 0 ? day : `ab ${day}`;
}

function rest(count: number): string | null {
  if (count <= 0) return null;
  return count === 1
    ? 'Dazu kommt eine weitere Fortbildung.'
    : `Dazu kommen ${numberText(count)} weitere Fortbildungen.`;
}
