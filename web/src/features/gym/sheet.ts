import type { NotDoneReason, Trial } from '../../outbox/trial';

/** What a device needs of a test day. */
export interface DaySheet {
  id: string;
  batteryTitle: string;
  heldOn: string;
  /** Of what was prepared on this device: what has arrived at the server is not in it. */
  withoutResults: boolean;
  isClosed: boolean;
  /** Why nothing can be entered now; null if it can. */
  barred: 'not_released' | 'ahead' | 'brought' | null;
  groups: readonly SheetGroup[];
  protocols: readonly Protocol[];
  children: readonly SheetChild[];
}

export interface SheetGroup {
  id: string;
  name: string;
}

/** How a task is done, counted and limited. */
export interface Protocol {
  id: string;
  itemCode: string;
  /** "Standweitsprung, der weitere von 2 Sprüngen" */
  title: string;
  /** "Standweitsprung" */
  shortTitle: string;
  instructions: string;
  counting: string;
  unit: 'jumps' | 'cm' | 'steps' | 'count' | 's' | 'm' | 'contacts' | 'yes_no';
  rule: 'best' | 'mean' | 'sum' | 'single' | 'done';
  trials: number;
  trialLabels: readonly string[] | null;
  /** Of one try, in the unit. */
  minValue: number;
  maxValue: number;
  step: number;
  timer: 'none' | 'stopwatch' | 'countdown' | 'laps';
  timerSeconds: number | null;
  lapMetres: number | null;
  optional: boolean;
}

export interface SheetChild {
  childId: string;
  code: string;
  groupId: string;
  hasConsent: boolean;
  left: boolean;
  results: readonly SheetResult[];
}

export interface SheetResult {
  protocolId: string;
  state: 'open' | 'done' | 'not_done' | 'invalid';
  reason: Reason | null;
  trials: readonly StoredTrial[];
  /** Where nearly all tries of a child of this age and sex lie. */
  likely: { low: number; high: number } | null;
}

export type Reason = NotDoneReason;
export type StoredTrial = Trial;
