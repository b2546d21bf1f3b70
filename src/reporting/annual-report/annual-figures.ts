import type { Half } from '../publication/periods.js';
import type { StoredCell } from '../publication/publication-types.js';
import type { ReportDto } from '../reports/report.dto.js';
import type { ReportedPeriodDto } from './content.dto.js';

/** What the chapters divide the city by. */
export const DIVISIONS = [
  'district',
  'kind',
  'provider_kind',
  'family_centre',
  'social_situation',
  'social_index_group',
] as const;
export type Division = (typeof DIVISIONS)[number];

/** The questions that are asked for every division. */
export const DIVIDED = ['reach', 'dose', 'adoption', 'training'] as const;
export type DividedReports = Record<(typeof DIVIDED)[number], ReportDto>;

export interface MonthFigures {
  /** `August 2025` */
  title: string;
  /** `Aug` */
  short: string;
  /** It had not begun on the day at which the figures stand. */
  isAhead: boolean;
  dose: ReportDto;
  reportingRate: ReportDto;
}

/** A training that somebody of the houses attended. */
export interface TrainingLine {
  title: string;
  /** German. */
  focusArea: string;
  /** Days of the period on which it took place. */
  days: string[];
  people: number;
  /** Sum of what they attended in the period. */
  minutes: number;
}

export interface ModuleLine {
  title: string;
  /** Planned for a day of the period that has come. */
  planned: number;
  /** Of these, the ones that took place. */
  delivered: number;
  cancelled: number;
}

export interface YearTarget {
  institutions: number | null;
  children: number | null;
  teachingUnits: number | null;
  consultations: number | null;
  /** Of movement, in each active group. */
  weeklyMinutes: number | null;
}

type Told = 'block' | 'wave' | 'scheme' | 'place' | 'outcome' | 'state' | 'count' | 'share';
type Means = 'meanDelta' | 'meanLow' | 'meanHigh';

/** A cell of the published tables, of children of both sexes and of every age. */
export interface PublishedCell extends Pick<StoredCell, Told | Means> {
  /** Null for the tested, like the next two. */
  protocolId: string | null;
  itemTitle: string | null;
  protocolVersion: number | null;
}

/** What is published of the motor tests of a school year or one of its halves. */
export interface MotorSkills {
  half: Half | null;
  revision: number;
  /** When the children were counted. */
  dataAt: string;
  /** Task by task in the order of the catalogue. */
  cells: PublishedCell[];
}

/** Everything that a yearly report is written from; counted in one snapshot of the database. */
export interface AnnualFigures {
  municipalityName: string;
  period: ReportedPeriodDto;
  /** The school year is still running. */
  isInterim: boolean;
  dataAt: string;
  /** Every question over the whole city, with the year before. */
  totals: ReportDto[];
  by: Record<Division, DividedReports>;
  /** August to July. */
  months: MonthFigures[];
  trainings: TrainingLine[];
  formats: ModuleLine[];
  focusAreas: ModuleLine[];
  /** The whole year or its halves; empty: nothing is published. */
  motorSkills: MotorSkills[];
  target: YearTarget | null;
}
