import { texts } from '../../texts/de';
import { formatInteger, formatNumber, formatShare } from '../../ui/format';

/** What can be compared: a figure of a report, and how it is told. */
export interface EquityFigure {
  report: 'reach' | 'dose' | 'adoption' | 'training';
  code: string;
  kind: 'share' | 'ratio';
}

export const FIGURES = {
  institutions: { report: 'reach', code: 'institutions_reached', kind: 'share' },
  children: { report: 'reach', code: 'children_reached', kind: 'share' },
  dose: { report: 'dose', code: 'minutes_per_group_week', kind: 'ratio' },
  modules: { report: 'adoption', code: 'modules_per_institution', kind: 'ratio' },
  trained: { report: 'training', code: 'staff_trained', kind: 'share' },
} as const satisfies Record<keyof typeof texts.equity.figures, EquityFigure>;
export type FigureName = keyof typeof FIGURES;

/** What groups are made of. */
export const DIMENSIONS = {
  situation: { groupBy: 'social_situation' },
  index: { groupBy: 'social_index_group', kind: 'school' },
  district: { groupBy: 'district' },
  provider: { groupBy: 'provider_kind' },
  familyCentre: { groupBy: 'family_centre', kind: 'kita' },
} as const satisfies Record<keyof typeof texts.equity.dimensions, { groupBy: string; kind?: string }>;
export type DimensionName = keyof typeof DIMENSIONS;

/** A figure in words: "60 %", "42,5". */
export function valueInWords(name: FigureName, part: number, whole: number): string {
  if (whole === 0) return texts.common.none;
  return FIGURES[name].kind === 'share' ? formatShare(part, whole) : formatNumber(part / whole, 1);
}

/** With the counts behind it: "60 % (12 von 20)". */
export function countsInWords(name: FigureName, part: number, whole: number): string {
  const counts = [valueInWords(name, part, whole), formatInteger(part), formatInteger(whole)] as const;
  return FIGURES[name].kind === 'share'
    ? texts.equity.shareCounts(...counts)
    : texts.equity.ratioCounts(...counts);
}
