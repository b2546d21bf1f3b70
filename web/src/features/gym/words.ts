import { texts } from '../../texts/de';
import { formatValue } from './decimal';
import type { TrialValue } from './cells';
import type { Protocol } from './sheet';
import { inWords } from './value-check';

type Kind = Pick<Protocol, 'unit' | 'step'>;

/** A noted try as people say it: "112 cm", "Fehlversuch", "Ja". */
export function wordOf({ value, valid }: Pick<TrialValue, 'value' | 'valid'>, protocol: Kind): string {
  if (!valid || value === null) return texts.gym.failed;
  if (protocol.unit === 'yes_no') return value === 1 ? texts.gym.yesShort : texts.gym.noShort;
  return inWords(value, protocol);
}

/** A noted try as it stands in a field; a failed one has no number. */
export function textOf({ value, valid }: Pick<TrialValue, 'value' | 'valid'>, { step }: Kind): string {
  return valid && value !== null ? formatValue(value, step) : '';
}
