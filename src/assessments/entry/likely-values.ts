import { ageInYears } from '../../kernel/calendar/age.js';
import type { CalendarDate } from '../../kernel/calendar/calendar-date.js';
import type { ChosenNorm } from '../norms/scoring.js';
import { lmsAt } from '../scoring/norm-lookup.js';
import { likelyRange } from '../scoring/plausibility.js';
import { curveOf } from '../scoring/score.js';
import type { LikelyDto, SheetProtocolDto } from './sheet.dto.js';
import { inSteps } from './trial-rules.js';

/** What likely values of a child hang on. */
export interface LikelyChild {
  birthMonth: CalendarDate | null;
  sex: string | null;
}

/** Where a trial of the child on the day is likely to be; null where no norm says so. */
export function likelyOf(
  norm: ChosenNorm | undefined,
  child: LikelyChild,
  heldOn: CalendarDate,
  protocol: SheetProtocolDto,
): LikelyDto | null {
  const curve = norm && curveOf(norm.norm, child.sex);
  if (!curve || child.birthMonth === null) return null;
  const lms = lmsAt(curve, ageInYears(child.birthMonth, heldOn));
  return inSteps(protocol, likelyRange(protocol, lms));
}
