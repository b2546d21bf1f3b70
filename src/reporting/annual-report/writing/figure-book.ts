import type {
  FigureDefinitionDto,
  FigureValueDto,
  ReportDto,
  ReportRowDto,
} from '../../reports/report.dto.js';
import type { CellDto } from '../content.dto.js';
import { baseText, figureText } from './numbers.js';

/** A number with what it means. */
export interface Entry {
  value: FigureValueDto;
  definition: FigureDefinitionDto;
}

/** All figures of a year, by their code. */
export class FigureBook {
  private readonly entries: Map<string, Entry>;

  constructor(reports: ReportDto[]) {
    this.entries = new Map(reports.flatMap((report) => entriesOf(report, report.total)));
  }

  get(code: string): Entry {
    const entry = this.entries.get(code);
    if (!entry) throw new Error(`unknown figure ${code}`);
    return entry;
  }

  value(code: string): FigureValueDto {
    return this.get(code).value;
  }

  text(code: string): string {
    return textOf(this.get(code));
  }

  all(): Entry[] {
    return [...this.entries.values()];
  }
}

/** A number of one row of a report. @throws Error for a code that the report does not know: a programmer's mistake */
export function entryOf(report: ReportDto, row: ReportRowDto, code: string): Entry {
  const entry = new Map(entriesOf(report, row)).get(code);
  if (!entry) throw new Error(`unknown figure ${code}`);
  return entry;
}

export function textOf({ value, definition }: Entry): string {
  return figureText(value, definition);
}

/** The number with the counts behind it. */
export function cellOf({ value, definition }: Entry): CellDto {
  const { code, numerator, denominator } = value;
  return {
    text: figureText(value, definition),
    base: baseText(value, definition),
    figure: { code, numerator, denominator, value: value.value },
  };
}

/** "60 % (12 von 20)": the cell as a chart says it. */
export function inWords({ text, base }: CellDto): string {
  return base === null ? text : `${text} (${base})`;
}

/** A cell of words. */
export function wordCell(text: string): CellDto {
  return { text, base: null, figure: null };
}

function entriesOf({ figures }: ReportDto, { values }: ReportRowDto): [string, Entry][] {
  return figures.flatMap((definition): [string, Entry][] => {
    const value = values.find(({ code }) => code === definition.code);
    return value ? [[definition.code, { value, definition }]] : [];
  });
}
