import {
  ChoiceField,
  DecimalField,
  FlagField,
  IdField,
  IdListField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';
import { type Reason, REASONS } from '../test-days/vocabulary.js';
import { SheetResultDto, SheetTrialDto } from './sheet.dto.js';

// The protocol sets the real limits; these only keep nonsense out.
const VALUE = { label: 'Wert', min: -100_000, max: 100_000, nullable: true };
const VALID = { label: 'Gültig' };
const CONFIRMED = { label: 'Bestätigt', optional: true };

/** Of two values for one try: the one that was noted here, or what another device had stored. */
const SIDES = ['own', 'stored'] as const;
export type ChosenTrial = (typeof SIDES)[number];

export class CreateTrialDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @IdField({ label: 'Testtag' })
  testDayId: string;

  @IdField({ label: 'Kind' })
  childId: string;

  @IdField({ label: 'Aufgabe' })
  protocolId: string;

  /** From 1. */
  @WholeNumberField({ label: 'Versuch', min: 1, max: 12 })
  number: number;

  /** In the protocol's unit; null for a failed try. */
  @DecimalField(VALUE)
  value: number | null;

  /** false: a failed try. */
  @FlagField(VALID)
  valid: boolean;

  /** Takes an unlikely value all the same. */
  @FlagField(CONFIRMED)
  confirmed?: boolean;
}

export class UpdateTrialDto {
  @DecimalField(VALUE)
  value: number | null;

  @FlagField(VALID)
  valid: boolean;

  @FlagField(CONFIRMED)
  confirmed?: boolean;

  /** What a person chose where another device had been quicker; it goes into the trail. The stored one is left as it is. */
  @ChoiceField({ label: 'Gewählt', of: SIDES, optional: true })
  chosen?: ChosenTrial;
}

/** A trial, and what the item has come to with it. */
export class TrialDto extends SheetTrialDto {
  institutionId: string;
  testDayId: string;
  assessmentId: string;
  childId: string;
  protocolId: string;
  result: SheetResultDto;
}

export class NotDoneDto {
  @IdField({ label: 'Kind' })
  childId: string;

  /** Null: every task of the day without a trial. */
  @IdListField({ label: 'Aufgaben', least: 1, most: 30, nullable: true })
  protocolIds: string[] | null;

  /** Null takes the mark back. */
  @ChoiceField({ label: 'Grund', of: REASONS, nullable: true })
  reason: Reason | null;
}

/** A child's results after the mark, one for each task of the day. */
export class ChildResultsDto {
  childId: string;
  results: SheetResultDto[];
}
