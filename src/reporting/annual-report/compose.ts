import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import { schoolYearName } from '../../kernel/calendar/school-year.js';
import type { FigureValueDto } from '../reports/report.dto.js';
import type { AnnualFigures } from './annual-figures.js';
import { completenessChapter } from './chapters/completeness-chapter.js';
import { equityChapter } from './chapters/equity-chapter.js';
import { figuresChapter } from './chapters/figures-chapter.js';
import { methodsChapter } from './chapters/methods-chapter.js';
import { modulesChapter } from './chapters/modules-chapter.js';
import { motorSkillsChapter } from './chapters/motor-skills-chapter.js';
import { reachChapter } from './chapters/reach-chapter.js';
import { summaryChapter } from './chapters/summary-chapter.js';
import { trainingsChapter } from './chapters/trainings-chapter.js';
import type { AnnualReportContentDto } from './content.dto.js';
import { longDate } from './writing/dates.js';
import { FigureBook } from './writing/figure-book.js';
import type { SummaryFacts } from './writing/summary-sentences.js';

/** Raised when the description of the content changes. */
const FORMAT = 2;

/** Writes the report from its figures; pure, so that the same figures are the same report. */
export function composeReport(figures: AnnualFigures): AnnualReportContentDto {
  const book = new FigureBook(figures.totals);
  const isComparable = hasYearBefore(book);
  const facts = factsOf(figures, book, isComparable);
  const { municipalityName, period, isInterim, dataAt } = figures;
  return {
    ...{ format: FORMAT, municipalityName, period, isInterim, dataAt },
    chapters: [
      summaryChapter(book, facts),
      figuresChapter(figures, isComparable),
      reachChapter(figures, isComparable),
      equityChapter(figures),
      trainingsChapter(figures, facts),
      modulesChapter(figures, facts),
      motorSkillsChapter(figures),
      completenessChapter(figures, facts),
      methodsChapter(figures, facts),
    ],
  };
}

/** Whether anything happened the year before; a year of nothing is none to compare with. */
function hasYearBefore(book: FigureBook): boolean {
  return ['institutions_reached', 'activities', 'consultations', 'people_attended'].some(
    (code) => (book.value(code).previous?.numerator ?? 0) > 0,
  );
}

function factsOf(figures: AnnualFigures, book: FigureBook, isComparable: boolean): SummaryFacts {
  const { municipalityName, period, isInterim, target } = figures;
  const figure = (code: string): FigureValueDto => {
    const value = book.value(code);
    return isComparable ? value : { ...value, previous: null };
  };
  return {
    ...{ city: municipalityName, isInterim, isComparable, figure, target },
    year: schoolYearName(period.schoolYear),
    from: longDate(period.from as CalendarDate),
    until: longDate(period.asOf as CalendarDate),
  };
}
