import { type Draft, useDraft } from '../../ui/use-draft';
import { useSession } from './session';

/** A draft of the signed-in person. */
export function useOwnDraft<T extends object>(key: string, initial: T): Draft<T> {
  return useDraft(useSession().account.id, key, initial);
}
