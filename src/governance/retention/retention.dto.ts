/** Rows that are due; those about children as statistics show them. */
export class DueDto {
  /** Null: of no municipality. */
  municipalityId: string | null;
  municipalityName: string | null;
  /** Null: up to `upTo`. */
  count: number | null;
  upTo: number | null;
}

export class RetentionRuleDto {
  code: string;
  title: string;
  /** How long, as a part of a sentence. */
  kept: string;
  why: string;
  /** What is left afterwards. */
  stays: string | null;
  /** Counts are about children, and rounded. */
  rounded: boolean;
  /** What the next run would take, by municipality. */
  due: DueDto[];
}

/** What stays without an end, and why. */
export class KeptDto {
  title: string;
  why: string;
}

/** What one rule took in a run. */
export class RunFiguresDto {
  code: string;
  title: string;
  /** Null: up to `upTo`. */
  count: number | null;
  upTo: number | null;
}

export class RetentionRunDto {
  startedAt: string;
  /** Null while it runs, or if it was killed. */
  endedAt: string | null;
  /** ok | failed; null while it runs */
  outcome: string | null;
  figures: RunFiguresDto[];
}

/** Entries of the journal of one day, kind and reason. */
export class ErasedDto {
  day: string;
  objectType: string;
  /** In German. */
  title: string;
  /** consent_withdrawn | child_removed | corrected | retention | requested */
  reason: string;
  count: number | null;
  upTo: number | null;
}

export class RetentionDto {
  /** Day (Berlin) of the next run, and its hour. */
  nextRunOn: string;
  nextRunHour: number;
  rules: RetentionRuleDto[];
  kept: KeptDto[];
  /** The latest first. */
  runs: RetentionRunDto[];
  journal: ErasedDto[];
}
