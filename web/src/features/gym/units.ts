import { texts } from '../../texts/de';
import type { Protocol } from './sheet';

/** The unit as it stands behind a number; nothing for yes and no. */
export function unitOf(unit: Protocol['unit']): string {
  return texts.gym.units[unit];
}
