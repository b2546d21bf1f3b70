/** Drafts older than this are forgotten, in ms: a tablet is shared, and nobody misses a form of last month. */
const MAX_AGE = 14 * 86_400_000;

interface StoredDraft {
  savedAt: number;
  value: unknown;
}

/** Where drafts lie. */
export type DraftBox = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

let elsewhere: DraftBox | null = null;

/** On a shared tablet drafts lie in a place that only their own person can open; everywhere else in `localStorage` (null). */
export function keepDraftsIn(box: DraftBox | null): void {
  elsewhere = box;
}

const PREFIX = 'olympia:draft:';
const nameOf = (owner: string, key: string) => `${PREFIX}${owner}:${key}`;

/** Everything that anybody has begun in this browser goes: it becomes a device that others use too. */
export function dropDrafts(): void {
  const names = Object.keys(window.localStorage).filter((name) => name.startsWith(PREFIX));
  names.forEach((name) => window.localStorage.removeItem(name));
}

/** What was typed before, as far as it still fits the form; `initial` if there is nothing. */
export function readDraft<T extends object>(owner: string, key: string, initial: T): T {
  const stored = parse(storage()?.getItem(nameOf(owner, key)) ?? null);
  if (!stored || Date.now() - stored.savedAt > MAX_AGE) return initial;
  return mergeDraft(initial, stored.value);
}

export function writeDraft(owner: string, key: string, value: object): void {
  try {
    storage()?.setItem(nameOf(owner, key), JSON.stringify({ savedAt: Date.now(), value }));
  } catch {
    // Storage full or forbidden: the form works all the same, it only does not survive a reload.
  }
}

export function clearDraft(owner: string, key: string): void {
  storage()?.removeItem(nameOf(owner, key));
}

/** Takes over the stored fields that the form still has and that are of the same type, so that an old draft never breaks a new form. */
export function mergeDraft<T extends object>(initial: T, stored: unknown): T {
  if (typeof stored !== 'object' || stored === null) return initial;
  const old = new Map<string, unknown>(Object.entries(stored));
  const kept = Object.entries(initial).filter(
    ([field, value]) => old.has(field) && fits(value, old.get(field)),
  );
  return { ...initial, ...Object.fromEntries(kept.map(([field]) => [field, old.get(field)])) };
}

/** A field that may be empty (null) starts or ends as null: then any plain value fits. */
function fits(initial: unknown, stored: unknown): boolean {
  if (typeof stored === 'object' && stored !== null) return false;
  return initial === null || stored === null || typeof initial === typeof stored;
}

function parse(text: string | null): StoredDraft | null {
  try {
    const draft: unknown = text === null ? null : JSON.parse(text);
    return isStoredDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

function isStoredDraft(value: unknown): value is StoredDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'savedAt' in value &&
    typeof value.savedAt === 'number' &&
    'value' in value
  );
}

/** Reading `localStorage` throws where the browser forbids it. */
function storage(): DraftBox | null {
  if (elsewhere) return elsewhere;
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
