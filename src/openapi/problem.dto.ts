export class FieldProblemDto {
  /** JSON name of the field. */
  field: string;
  /** German sentence that names the field and what is expected. */
  message: string;
}

/** Where a value usually is. */
export class LikelyRangeDto {
  low: number;
  high: number;
}

/** RFC 9457 problem details. */
export class ProblemDto {
  type: string;
  /** German sentence for people. */
  title: string;
  status: number;
  /** Stable word for machines. */
  code: string;
  requestId: string;
  field?: string;
  errors?: FieldProblemDto[];
  /** The stored record, when the caller's copy is out of date (412). */
  current?: object;
  /** Where a value usually is, when it is unlikely but can be confirmed (422 `implausible`). */
  likely?: LikelyRangeDto | null;
  /** What was probably meant by a value. */
  suggested?: number | null;
  /** Tries that are left before there is a pause or a lock (401 `wrong_pin`). */
  remaining?: number;
}
