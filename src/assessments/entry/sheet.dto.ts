import type { TestDayDto, TestDayGroupDto } from '../test-days/test-day.dto.js';

export class SheetTrialDto {
  id: string;
  /** From 1; the protocol says how many there are and what each is called. */
  number: number;
  /** In the protocol's unit; null for a failed try. */
  value: number | null;
  /** false: a failed try. */
  valid: boolean;
  /** An unlikely value that somebody said yes to. */
  confirmed: boolean;
  version: number;
}

export class LikelyDto {
  low: number;
  high: number;
}

export class SheetResultDto {
  protocolId: string;
  itemCode: string;
  /** open | done | not_done | invalid */
  state: string;
  /** ill | refused | injured | support_needs | time; only if not done */
  reason: string | null;
  /** By the protocol's rule; only if done. */
  value: number | null;
  /** 0 while nothing is stored. */
  version: number;
  trials: SheetTrialDto[];
  /** What a trial of this child is likely to be; null where no norm says so. */
  likely: LikelyDto | null;
}

export class SheetChildDto {
  childId: string;
  code: string;
  /** The group at the test. */
  groupId: string;
  /** Without it nothing can be stored. */
  hasConsent: boolean;
  /** Left the house before the day. */
  left: boolean;
  /** One for each protocol, in the battery's order. */
  results: SheetResultDto[];
}

/** How a task is done, counted and limited, in the version that the day was planned with. */
export class SheetProtocolDto {
  id: string;
  itemCode: string;
  /** The task's short name. */
  itemTitle: string;
  version: number;
  title: string;
  instructions: string;
  counting: string;
  material: string | null;
  /** jumps | cm | steps | count | s | m | contacts | yes_no */
  unit: string;
  /** higher | lower; null where nothing is better */
  better: 'higher' | 'lower' | null;
  /** best | mean | sum | single | done */
  rule: 'best' | 'mean' | 'sum' | 'single' | 'done';
  trials: number;
  trialLabels: string[] | null;
  /** Of one trial. */
  minValue: number;
  maxValue: number;
  step: number;
  /** Of the sum. */
  ceiling: number | null;
  /** none | stopwatch | countdown | laps */
  timer: string;
  timerSeconds: number | null;
  lapMetres: number | null;
  /** The battery is complete without it. */
  optional: boolean;
}

/** Everything that a device needs to enter a test day. */
export class SheetDto {
  testDay: TestDayDto;
  /** In the battery's order. */
  protocols: SheetProtocolDto[];
  groups: TestDayGroupDto[];
  /** By group and code; those without consent too, so that nobody looks for them. */
  children: SheetChildDto[];
}
