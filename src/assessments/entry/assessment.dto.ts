import { PageQueryDto } from '../../kernel/page/page-query.dto.js';
import { IdField } from '../../kernel/validation/fields.js';
import { SheetTrialDto } from './sheet.dto.js';

export class ListAssessmentsDto extends PageQueryDto {
  @IdField({ label: 'Testtag', optional: true })
  testDayId?: string;

  @IdField({ label: 'Kind', optional: true })
  childId?: string;

  @IdField({ label: 'Einrichtung', optional: true })
  institutionId?: string;
}

export class ScoreDto {
  id: string;
  normSetId: string;
  normSetTitle: string;
  /** What was scored. */
  value: number;
  /** Exact, on the day of the test; of the day of birth only the month is known. */
  ageYears: number;
  /** female | male */
  sex: string;
  z: number;
  /** Of the raw value, 0 to 100. */
  percentile: number;
  /** The other end where less is better. */
  performancePercentile: number;
  /** 1 (far below) … 5 (far above average) */
  class: number;
  computedAt: string;
  /** Null: this one counts. */
  replacedAt: string | null;
}

export class ScoreListDto {
  /** The latest first. */
  items: ScoreDto[];
}

export class AssessmentResultDto {
  id: string;
  protocolId: string;
  itemCode: string;
  title: string;
  unit: string;
  /** higher | lower; null where nothing is better */
  better: string | null;
  /** open | done | not_done | invalid */
  state: string;
  /** ill | refused | injured | support_needs | time; only if not done */
  reason: string | null;
  value: number | null;
  version: number;
  trials: SheetTrialDto[];
  /** Null where there is no norm. */
  score: ScoreDto | null;
}

/** One child on one test day. */
export class AssessmentDto {
  id: string;
  institutionId: string;
  testDayId: string;
  testedOn: string;
  /** entry | progress | exit */
  wave: string;
  batteryId: string;
  batteryCode: string;
  batteryTitle: string;
  /** own | brought (come along from another house) */
  origin: string;
  childId: string;
  childCode: string;
  /** At the test. */
  groupId: string;
  groupName: string;
  /** In the order of the battery. */
  results: AssessmentResultDto[];
}

export class AssessmentListDto {
  items: AssessmentDto[];
  next: string | null;
}
