import { useCallback, useState } from 'react';
import { clearDraft, readDraft, writeDraft } from '../../ui/draft-store';
import { useSession } from '../session/session';

/** State of this person on this device that a reload does not lose. To be used with one name for the life of a component. */
export function useKept<T>(
  name: string,
  parse: (text: string) => T,
): [T, (change: (before: T) => T | null) => void] {
  const owner = useSession().account.id;
  const [value, setValue] = useState(() => parse(readDraft(owner, name, { text: '' }).text));
  const change = useCallback(
    (how: (before: T) => T | null) =>
      setValue((before) => {
        const after = how(before);
        if (after === null) clearDraft(owner, name);
        else writeDraft(owner, name, { text: JSON.stringify(after) });
        return after ?? parse('');
      }),
    [owner, name, parse],
  );
  return [value, change];
}
