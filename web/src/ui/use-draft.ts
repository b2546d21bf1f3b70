import { useCallback, useState } from 'react';
import { clearDraft, readDraft, writeDraft } from './draft-store';

export interface Draft<T> {
  /** What to start the form with: the draft, or the given initial values. */
  value: T;
  /** True if something typed earlier was found. */
  restored: boolean;
  /** To be called with every change. */
  save: (value: T) => void;
  /** To be called once the form is stored for good. */
  clear: () => void;
}

/**
 * Keeps what is typed in a form in this browser, so that it survives reload, sign-out and a server error.
 * Belongs to one account (`owner`) and is never shown to another. Not for passwords.
 */
export function useDraft<T extends object>(owner: string, key: string, initial: T): Draft<T> {
  const [start] = useState(() => ({ initial, value: readDraft(owner, key, initial) }));
  const save = useCallback((value: T) => writeDraft(owner, key, value), [owner, key]);
  const clear = useCallback(() => clearDraft(owner, key), [owner, key]);
  return { value: start.value, restored: start.value !== start.initial, save, clear };
}
