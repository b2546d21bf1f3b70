import type { Database } from '../../database/database.js';
import type { City } from '../overview/houses.sql.js';
import type { Dimension } from './report-query.dto.js';

/** One of the numbers that a report answers, and what it means. */
export interface Figure {
  code: string;
  /** German, as people read it. */
  title: string;
  /** `share`: of a whole, 0 to 1; `ratio`: so many for each; `count`: just so many. */
  kind: 'share' | 'ratio' | 'count';
  /** German; `%` for a share. */
  unit: string;
  numeratorTitle: string;
  /** Null for a count. */
  denominatorTitle: string | null;
  /** One German sentence. */
  definition: string;
  /** For people; of a share, of its percentage. */
  decimals: number;
}

/** What a report is asked: which houses, when, about what, divided by what. */
export interface Question extends City {
  /** At most two. */
  groupBy: readonly Dimension[];
}

/** Numerator and denominator; null: a count has none. */
export type Fraction = [numerator: number, denominator: number | null];

/** The counts of one group of houses, or of all of them. */
export interface CountedRow {
  total: boolean;
  /** A value for each dimension of the question; null: the house has none. Empty for the total. */
  groups: (string | null)[];
  /** By the code of the figure. */
  counts: Record<string, Fraction>;
}

/** A question about the programme, in a file of its own, and how it is counted. */
export interface Report {
  /** German, for headings and files. */
  title: string;
  figures: readonly Figure[];
  /** Whether asking about a single focus area makes sense. */
  appliesFocusArea: boolean;
  /** The total always, once; the groups in any order, those without a house left out. */
  count: (database: Database, question: Question) => Promise<CountedRow[]>;
}
