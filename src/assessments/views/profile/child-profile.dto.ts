export class ProfileScoreDto {
  value: number;
  ageYears: number;
  /** Of the raw value. */
  z: number;
  /** Of the performance: where less is better, 100 − the percentile of the value. */
  performancePercentile: number;
  /** 1 (far below average) to 5 (far above). */
  performanceClass: number;
  normSetId: string;
  normTitle: string;
  /** Fitted to raw data, not a published norm. */
  normDerived: boolean;
}

export class FormerScoreDto {
  value: number;
  performancePercentile: number;
  normTitle: string;
  /** When another took its place: the value was corrected, or a norm set was installed. */
  replacedAt: string;
}

export class ProfileTrialDto {
  number: number;
  /** What the protocol calls it, if it has names. */
  label: string | null;
  /** Null for a failed try. */
  value: number | null;
  valid: boolean;
  /** An unlikely value that somebody said yes to. */
  confirmed: boolean;
  /** Changed after it was entered. */
  changed: boolean;
}

export class ProfileResultDto {
  id: string;
  itemCode: string;
  title: string;
  protocolId: string;
  protocolVersion: number;
  unit: string;
  /** higher | lower; null where nothing is measured */
  better: string | null;
  /** open | done | not_done | invalid */
  state: string;
  /** ill | refused | injured | support_needs | time */
  reason: string | null;
  value: number | null;
  /** As much as can be reached at all: the child could do at least that. */
  atCeiling: boolean;
  /** Null without a norm. */
  score: ProfileScoreDto | null;
  /** Why there is no score although there is a value: birth_month | sex | norm */
  scoreLacks: string | null;
  formerScores: FormerScoreDto[];
  trials: ProfileTrialDto[];
}

export class ProfileAssessmentDto {
  id: string;
  testDayId: string;
  testedOn: string;
  /** entry | progress | exit */
  wave: string;
  /** own | brought (came along from another house) */
  origin: string;
  /** The test day is closed. */
  closed: boolean;
  batteryTitle: string;
  groupName: string;
  /** Exact age on the day, in years; null without a birth month. */
  ageYears: number | null;
  results: ProfileResultDto[];
}

export class ProfiledChildDto {
  id: string;
  institutionId: string;
  institutionName: string;
  code: string;
  /** Such as 2020-06. */
  birthMonth: string | null;
  /** female | male | diverse | unspecified */
  sex: string | null;
  groupId: string;
  groupName: string;
  leftOn: string | null;
  /** Since when there is a consent; null: there is none. */
  consentGivenOn: string | null;
  /** When the last one was withdrawn, if there is none now. */
  consentWithdrawnOn: string | null;
}

export class ChildProfileDto {
  child: ProfiledChildDto;
  /** The latest first. */
  assessments: ProfileAssessmentDto[];
}
