import type { Import } from '../../api/types';
import { useAddress } from '../../ui/use-address';
import { type Outcome, OUTCOMES } from './queries';

const PARAM = 'zeilen';
const NAMES: Readonly<Record<Outcome, string>> = {
  new: 'neu',
  changed: 'geaendert',
  unchanged: 'unveraendert',
  wrong: 'falsch',
};
/** What deserves the first look. */
const ORDER: readonly Outcome[] = ['wrong', 'changed', 'new', 'unchanged'];

/** Whose rows are shown: the address says, else what deserves the first look. */
export function useOutcome({ totals }: Import) {
  const address = useAddress();
  const named = OUTCOMES.find((outcome) => NAMES[outcome] === address.get(PARAM));
  const outcome = named ?? ORDER.find((one) => totals[one] > 0) ?? 'new';
  const choose = (next: Outcome) => address.set({ [PARAM]: NAMES[next] }, { replace: true });
  return { outcome, choose };
}
