import type { ReportDto } from '../reports/report.dto.js';
import type { ReportCode } from '../reports/reports.js';
import type { SheetFigureDto } from './house-sheet.dto.js';

/** What is worth the room on one page, in the order of the page. */
export const SHEET_FIGURES: readonly [report: ReportCode, figures: readonly string[]][] = [
  ['reach', ['groups_reached', 'children_reached']],
  ['dose', ['activities', 'minutes_per_group_week']],
  ['reporting-rate', ['weeks_reported', 'weeks_on_time']],
  ['adoption', ['modules_per_institution']],
  ['fidelity', ['modules_delivered']],
  ['training', ['staff_trained']],
  ['coaching', ['contacts_per_institution', 'hours_per_institution', 'days_since_contact']],
];

/** The chosen figures of one question, the house's beside the city's. */
export function figuresOf(
  own: ReportDto,
  city: ReportDto | null,
  codes: readonly string[],
): SheetFigureDto[] {
  return codes.flatMap((code) => {
    const definition = own.figures.find((figure) => figure.code === code);
    const value = valueOf(own, code);
    if (!definition || !value) return [];
    const compared = city !== null && definition.kind !== 'count' ? valueOf(city, code) : null;
    return [{ report: own.report, definition, own: value, city: compared }];
  });
}

function valueOf({ total }: ReportDto, code: string): SheetFigureDto['city'] {
  const found = total.values.find((value) => value.code === code);
  if (!found) return null;
  const { numerator, denominator, value } = found;
  return { numerator, denominator, value };
}
