import type { Import } from '../../api/types';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import { kindOf } from './queries';

const words = texts.imports.decision;

/** "48 Einrichtungen anlegen, 3 Einrichtungen ändern"; null if nothing would happen. */
export function doingOf(stored: Import): string | null {
  const { items } = texts.imports.kinds[kindOf(stored)];
  const { new: created, changed } = stored.totals;
  const creating = items(formatInteger(created));
  const changing = items(formatInteger(changed));
  if (created > 0 && changed > 0) return words.summary(creating, changing);
  if (created > 0) return words.onlyCreate(creating);
  return changed > 0 ? words.onlyChange(changing) : null;
}
