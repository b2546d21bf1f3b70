import type { Wave } from '../../assessments/test-days/vocabulary.js';
import type { InstitutionKind, SocialIndexGroup, SocialSituation } from '../../institutions/vocabulary.js';

/** What a table counts: children tested · their results of one item in one wave · children with a first and a last result of one item. */
export type Block = 'tested' | 'results' | 'paired';

/** By what the places of a table are told apart. */
export const SCHEMES = ['region', 'social_situation', 'social_index'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Completed years on the day of the test: to 4 · 5 · 6 and 7 · 8 and more. */
export const AGE_BANDS = ['0-4', '5', '6-7', '8+'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** A child whose sex is "divers" or not given counts with one of these (`freezing/frozen-rows.ts`). */
export const SEXES = ['female', 'male'] as const;
export type Sex = (typeof SEXES)[number];

/** Results: below average (performance percentile under 40) or not. Paired: by a class. Lost: a first result and no last one. */
export type Outcome = 'below' | 'not_below' | 'up' | 'same' | 'down' | 'lost';

/** A house of the municipality, taking part or not: which there are is publicly known. */
export interface House {
  house: number;
  districtId: string;
  districtTitle: string;
  /** Of the district, in the city's order. */
  position: number;
  kind: InstitutionKind;
  /** Its own or its district's; null: unknown. */
  situation: SocialSituation | null;
  /** Schools only. */
  index: SocialIndexGroup | null;
}

/**
 * A child in a block, once for each item and wave. Sex, age band and house of a child are those of its row in `tested`, in every block: tables
 * that told them apart would give children away who had a birthday in between.
 */
export interface FrozenRow {
  block: Block;
  /** Null for `tested`, like the item. */
  protocol: string | null;
  item: string | null;
  /** `results` only. */
  wave: Wave | null;
  /** Means nothing outside of one computation. */
  child: number;
  house: number;
  sex: Sex;
  ageBand: AgeBand;
  /** Null for `tested`; never `lost`: who is lost is counted from the blocks. */
  outcome: Exclude<Outcome, 'lost'> | null;
  /** `paired` only: change of the performance z-value. */
  deltaZ: number | null;
}

/** Which children a cell counts; null means all of them together. */
export interface CellName {
  block: Block;
  protocol: string | null;
  item: string | null;
  wave: Wave | null;
  scheme: Scheme;
  /** A region's key (its districts' ids, joined by +), a social situation or an index group, or `unknown`. */
  place: string | null;
  kind: InstitutionKind | null;
  sex: Sex | null;
  ageBand: AgeBand | null;
  outcome: Outcome | null;
}

/** rounded: to the nearest 5, which means ±2 · up_to_7: 0 to 7 · hidden: nothing is said. */
export type CellState = 'rounded' | 'up_to_7' | 'hidden';

/**
 * too_small_nearby: it would give away a small cell beside it · too_few_houses: the results of one or two houses, which are no statistics of a
 * city.
 */
export const HIDING_REASONS = ['too_small_nearby', 'too_few_houses'] as const;
export type HidingReason = (typeof HIDING_REASONS)[number];

/** What is published; nothing else leaves the computation. */
export interface StoredCell extends CellName {
  state: CellState;
  reason: HidingReason | null;
  /** A multiple of 5 from 10 on; only if rounded. */
  count: number | null;
  /** Whole percent of the cell with all outcomes; from the rounded numbers. */
  share: number | null;
  /** Of the change in z, with its 95 % interval; one decimal. Only `paired` with all outcomes. */
  meanDelta: number | null;
  meanLow: number | null;
  meanHigh: number | null;
}

/** Districts taken together until there are three houses of each kind. */
export interface Region {
  /** As in `CellName.place`. */
  key: string;
  title: string;
  districts: string[];
  houses: number;
  /** More than one district. */
  merged: boolean;
}

/** How one table went. */
export interface CubeSummary {
  block: Block;
  protocol: string | null;
  item: string | null;
  wave: Wave | null;
  cells: number;
  hidden: number;
  seconds: number;
}

/** What a preview tells: of cells and regions, never more about children than the cells do. */
export interface PublicationSummary {
  /** Tested, as published: rounded; null if it is 7 or fewer. */
  children: number | null;
  cells: number;
  rounded: number;
  upTo7: number;
  hidden: number;
  hiddenByReason: Record<HidingReason, number>;
  /** At most this share (0, 0.03, 0.1, 0.25, 0.5 or 1) of the children counted in the finest cells of `results`, by region, has a hidden cell. */
  childrenInHiddenCells: number;
  regions: Region[];
  cubes: CubeSummary[];
  seconds: number;
}

export interface PublicationInput {
  rows: FrozenRow[];
  houses: House[];
  /** All cells published before for the same period, of every revision. */
  earlier: StoredCell[];
  timeLimitSeconds: number;
}

export interface Publication {
  cells: StoredCell[];
  summary: PublicationSummary;
}

export type PublicationStep = 'lattice' | 'audit' | 'means' | 'store';
export type OnProgress = (done: number, total: number, step: PublicationStep) => void;
