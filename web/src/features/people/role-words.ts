import type { HeldRole } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';

/** "Leitung, Kita Beispielweg", "Administration" */
export function roleInWords({ role, institutionName, municipalityName }: HeldRole): string {
  const place = institutionName ?? municipalityName;
  return [wordFor(texts.words.role, role), place].filter(Boolean).join(', ');
}
