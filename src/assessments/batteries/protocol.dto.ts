import {
  ChoiceField,
  DecimalField,
  IdField,
  TextField,
  TextListField,
  WholeNumberField,
} from '../../kernel/validation/fields.js';
import {
  type Direction,
  DIRECTIONS,
  type Rule,
  RULES,
  type Timer,
  TIMERS,
  type Unit,
  UNITS,
} from './vocabulary.js';

const MAY_BE_EMPTY = { optional: true, nullable: true };

export class CreateProtocolDto {
  @IdField({ label: 'Kennung', optional: true })
  id?: string;

  @TextField({
    label: 'Aufgabe',
    max: 12,
    pattern: {
      regex: /^[A-Z][A-Z0-9-]{0,11}$/,
      expected: '1 bis 12 Großbuchstaben, Ziffern oder Bindestriche',
    },
  })
  itemCode: string;

  /** For a task that there is not yet: what it is called. */
  @TextField({ label: 'Name der neuen Aufgabe', max: 120, ...MAY_BE_EMPTY })
  itemTitle?: string | null;

  @TextField({ label: 'Name', max: 120 })
  title: string;

  /** How it is done. */
  @TextField({ label: 'Durchführung', max: 4000, multiline: true })
  instructions: string;

  /** What is counted, and what is a failed try. */
  @TextField({ label: 'Zählweise', max: 2000, multiline: true })
  counting: string;

  @TextField({ label: 'Material', max: 1000, multiline: true, ...MAY_BE_EMPTY })
  material?: string | null;

  @ChoiceField({ label: 'Einheit', of: UNITS })
  unit: Unit;

  /** Which raw value is the better performance; null: nothing to compare. */
  @ChoiceField({ label: 'Besser ist', of: DIRECTIONS, ...MAY_BE_EMPTY })
  better?: Direction | null;

  /** How trials become the value. */
  @ChoiceField({ label: 'Wertung', of: RULES })
  rule: Rule;

  @WholeNumberField({ label: 'Versuche', min: 1, max: 12 })
  trials: number;

  /** A name for each trial where its number would not do. */
  @TextListField({ label: 'Namen der Versuche', most: 12, max: 60, ...MAY_BE_EMPTY })
  trialLabels?: string[] | null;

  /** Of one trial; what is outside is refused. */
  @DecimalField({ label: 'Kleinster Wert', min: -1000, max: 100_000 })
  minValue: number;

  @DecimalField({ label: 'Größter Wert', min: -1000, max: 100_000 })
  maxValue: number;

  @DecimalField({ label: 'Schritt', min: 0.001, max: 1000 })
  step: number;

  /** The best that can be counted; such a result may stand for more. */
  @DecimalField({ label: 'Höchstes Ergebnis', min: 0, max: 100_000, ...MAY_BE_EMPTY })
  ceiling?: number | null;

  @ChoiceField({ label: 'Uhr', of: TIMERS })
  timer: Timer;

  @WholeNumberField({ label: 'Sekunden', min: 1, max: 3600, ...MAY_BE_EMPTY })
  timerSeconds?: number | null;

  @WholeNumberField({ label: 'Meter je Runde', min: 1, max: 1000, ...MAY_BE_EMPTY })
  lapMetres?: number | null;
}

export class ProtocolDto {
  id: string;
  itemCode: string;
  itemTitle: string;
  version: number;
  title: string;
  /** How it is done. */
  instructions: string;
  /** What is counted, and what is a failed try. */
  counting: string;
  material: string | null;
  /** jumps | cm | steps | count | s | m | contacts | yes_no */
  unit: string;
  /** higher | lower; null: nothing to compare */
  better: string | null;
  /** best | mean | sum | single | done */
  rule: string;
  trials: number;
  trialLabels: string[] | null;
  minValue: number;
  maxValue: number;
  step: number;
  ceiling: number | null;
  /** none | stopwatch | countdown | laps */
  timer: string;
  timerSeconds: number | null;
  lapMetres: number | null;
  createdAt: string;
  /** The newest version of its task. */
  current: boolean;
}

export class ProtocolListDto {
  items: ProtocolDto[];
}
