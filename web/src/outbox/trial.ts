/** One try of one child at one task of a test day, as it shall be stored. */
export interface TrialBody {
  testDayId: string;
  childId: string;
  protocolId: string;
  /** 1 for the first try. */
  number: number;
  /** In the protocol's unit; null for a failed try. */
  value: number | null;
  /** False: a failed try, which is counted as one and has no value. */
  valid: boolean;
  /** An unlikely value that somebody said yes to. */
  confirmed: boolean;
  /** The version of the stored try that this one corrects; null for the first word on it. */
  version: number | null;
  /** What a person chose where another device had noted another value; for the trail. */
  chosen?: 'own' | 'stored';
}

/** A task of a child that is not done, or (without a reason) is to be done after all. */
export interface NotDoneBody {
  testDayId: string;
  childId: string;
  protocolIds: string[];
  reason: NotDoneReason | null;
}

export type NotDoneReason = 'ill' | 'refused' | 'injured' | 'support_needs' | 'time';

export interface Trial {
  id: string;
  number: number;
  value: number | null;
  valid: boolean;
  confirmed: boolean;
  version: number;
}

/** What the outbox tells once it is stored: a setting of fields and no record of its own. */
export interface NotDone {
  id: string;
}
