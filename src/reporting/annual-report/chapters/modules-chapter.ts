import type { AnnualFigures, ModuleLine } from '../annual-figures.js';
import type { ChapterDto, ChartDto, TableDto } from '../content.dto.js';
import { wordCell } from '../writing/figure-book.js';
import { numberText } from '../writing/numbers.js';
import { adoptionOf, audiencesOf, fidelityOf, type SummaryFacts } from '../writing/summary-sentences.js';
import { columnsOf, roundMax, said, section } from './parts.js';

const TITLE = { code: 'modules', title: 'Module' } as const;

/** What houses chose, and what took place. */
export function modulesChapter({ formats, focusAreas }: AnnualFigures, facts: SummaryFacts): ChapterDto {
  const paragraphs = said(adoptionOf(facts), audiencesOf(facts), fidelityOf(facts));
  const [used, areas] = [formats.filter(isUsed), focusAreas.filter(isUsed)];
  if (used.length === 0) return { ...TITLE, sections: [section(null, { paragraphs })] };
  return {
    ...TITLE,
    sections: [
      section(null, {
        paragraphs,
        chart: delivered(areas),
        table: table('Module nach Schwerpunkt', 'Schwerpunkt', areas),
      }),
      section('Nach Format', {
        table: table('Module nach Format', 'Format', used),
        note: 'Gezählt sind Module, deren geplanter Tag im Zeitraum liegt und gekommen ist.',
      }),
    ],
  };
}

function isUsed({ planned, delivered: done }: ModuleLine): boolean {
  return planned + done > 0;
}

function delivered(lines: ModuleLine[]): ChartDto {
  const rows = lines.map(({ title, planned, delivered: done }) => ({
    ...{ title, values: [done] },
    texts: [`${numberText(done)} von ${numberText(planned)}`],
  }));
  return {
    ...{ kind: 'bars', title: 'Durchgeführte Module nach Schwerpunkt', series: ['Durchgeführt'], rows },
    ...{ max: roundMax(rows), isShare: false },
    description: 'Balken: durchgeführte Module, daneben die Zahl der geplanten.',
  };
}

function table(title: string, head: string, lines: ModuleLine[]): TableDto {
  const rowOf = (line: ModuleLine, isTotal: boolean): TableDto['rows'][number] => ({
    ...{ title: line.title, isTotal },
    cells: [line.planned, line.delivered, line.cancelled].map((count) => wordCell(numberText(count))),
  });
  return {
    title,
    columns: columnsOf([head], ['Geplant', 'Durchgeführt', 'Ausgefallen']),
    rows: [...lines.map((line) => rowOf(line, false)), rowOf(sumOf(lines), true)],
  };
}

function sumOf(lines: ModuleLine[]): ModuleLine {
  const sum = (key: 'planned' | 'delivered' | 'cancelled'): number =>
    lines.reduce((total, line) => total + line[key], 0);
  return {
    ...{ title: 'Insgesamt', planned: sum('planned'), delivered: sum('delivered') },
    ...{ cancelled: sum('cancelled') },
  };
}
