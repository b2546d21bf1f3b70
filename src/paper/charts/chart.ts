import { FONTS } from '../fonts.js';
import { COLOURS } from '../paper.js';

/** Numbers to be drawn. */
export interface Chart {
  kind: 'bars' | 'dots' | 'lines';
  /** Told to those who do not see it, with the values. */
  description: string;
  /** Titles, in the order of the values. */
  series: string[];
  rows: ChartRow[];
  /** Where the axis of values ends; it begins at 0. */
  max: number;
  /** The axis counts shares of 1. */
  isShare: boolean;
}

export interface ChartRow {
  title: string;
  /** One for each series; null: nothing to draw. */
  values: (number | null)[];
  texts: string[];
}

/** The ink of axes and their words. */
export const AXIS = { font: FONTS.text, size: 7.5, colour: COLOURS.grey, grid: '#dfe5e1' } as const;
