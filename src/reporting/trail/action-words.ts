export interface ActionWords {
  /** For lists and files. */
  label: string;
  /** After the person's name; `{o}` becomes the object with its name. */
  says: string;
}

export const action = (label: string, says: string): ActionWords => ({ label, says });
export const created = (noun: string): ActionWords => action(`${noun} angelegt`, 'hat {o} angelegt');
export const changed = (noun: string): ActionWords => action(`${noun} geändert`, 'hat {o} geändert');
export const removed = (noun: string): ActionWords => action(`${noun} gelöscht`, 'hat {o} gelöscht');
