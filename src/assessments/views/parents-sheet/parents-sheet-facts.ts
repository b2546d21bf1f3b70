import type { CalendarDate } from '../../../kernel/calendar/calendar-date.js';

/** One task on the sheet. */
export interface SheetItem {
  itemCode: string;
  title: string;
  unit: string;
  /** Null where there is no result; why is nobody's business on this sheet. */
  value: number | null;
  /** 1 to 5; null without a norm. */
  performanceClass: number | null;
  /** As much as can be reached at all. */
  atCeiling: boolean;
}

/** What the values are compared with. */
export interface SheetNorm {
  title: string;
  population: string;
  years: string | null;
  /** Fitted to raw data by this project, not a published table. */
  derived: boolean;
}

/** All that a sheet for parents says: no name, and nothing about other children. */
export interface ParentsSheetFacts {
  childCode: string;
  institutionName: string;
  institutionKind: string;
  groupName: string;
  testedOn: CalendarDate;
  wave: string;
  items: SheetItem[];
  norms: SheetNorm[];
}
