import { WholeNumberField } from '../../kernel/validation/fields.js';
import { TestDayDto } from '../test-days/test-day.dto.js';
import { LikelyDto } from './sheet.dto.js';

export class GapDto {
  childId: string;
  code: string;
  groupId: string;
  /** untested: nothing at all of the child · missing: nothing of the task · partial: not all trials · invalid: all failed */
  kind: string;
  /** Null if untested. */
  protocolId: string | null;
  itemCode: string | null;
  /** How many trials there are not. */
  missingTrials: number;
}

export class ConspicuousDto {
  childId: string;
  code: string;
  groupId: string;
  protocolId: string;
  itemCode: string;
  trialId: string;
  number: number;
  value: number;
  version: number;
  /** unlikely: outside the likely range · far_apart: the trials differ by more than 40 % */
  kind: string;
  likely: LikelyDto | null;
}

/** What somebody should look at before the day is closed. */
export class ClosingDto {
  testDay: TestDayDto;
  gaps: GapDto[];
  conspicuous: ConspicuousDto[];
  /** Children of the groups for whom nothing may be stored. */
  withoutConsent: number;
}

/** How much of each was looked at: somebody may have entered something meanwhile. */
export class CloseTestDayDto {
  @WholeNumberField({ label: 'Lücken', min: 0, max: 100_000 })
  gaps: number;

  @WholeNumberField({ label: 'Auffällige Werte', min: 0, max: 100_000 })
  conspicuous: number;
}
