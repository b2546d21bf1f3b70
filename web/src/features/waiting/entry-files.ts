import type { OutboxEntry } from '../../outbox/entry';
import type { SealedRow } from '../../outbox/snapshot';
import { texts } from '../../texts/de';
import { formatInstant } from '../../ui/format';
import { kindOf, notedWords, sentencesOf, stateWords } from './entry-words';

const words = texts.waiting.files;

/** Version of the files' form. */
const VERSION = 1;

/** For people: what was noted, when, and where it stands. */
export function readableFile(entries: readonly OutboxEntry[], name: string, now: number): string {
  const head = [words.heading(name), words.savedAt(formatInstant(new Date(now).toISOString()))];
  return [...head, ...entries.map((entry) => `\n${linesOf(entry, now).join('\n')}`), ''].join('\n');
}

function linesOf(entry: OutboxEntry, now: number): string[] {
  const head = [`${kindOf(entry)}: ${entry.summary}`, notedWords(entry, now)];
  const note = noteOf(entry);
  if (note) head.push(note);
  if (entry.state !== 'needs_help') return [...head, stateWords(entry, now)];
  return [...head, ...sentencesOf(entry).map(words.reason)];
}

/** The one thing that its one line in words leaves out. */
function noteOf(entry: OutboxEntry): string | null {
  if (entry.kind === 'activity') return entry.body.note ?? null;
  return entry.kind === 'activity_change' ? (entry.body.changes.note ?? null) : null;
}

/** For programs: everything that is needed to enter it by hand or by a request. */
export function machineFile(entries: readonly OutboxEntry[], accountId: string, now: number): string {
  const listed = entries.map(({ id, rowId, kind, body, withdrawn, summary, state, createdAt, refusal }) => ({
    ...{ id, rowId, kind, withdrawn, state, summary, notedAt: new Date(createdAt).toISOString(), body },
    refusal: refusal && { code: refusal.code, title: refusal.title, errors: refusal.errors },
  }));
  return JSON.stringify(
    {
      format: 'olympia-outbox',
      version: VERSION,
      savedAt: new Date(now).toISOString(),
      accountId,
      entries: listed,
    },
    null,
    2,
  );
}

/** As they lie on the device, in the form in which the server takes them (`POST /api/sealed-entries`). */
export function sealedFile(rows: readonly SealedRow[], now: number): string {
  const sealed = rows.map(({ id, envelope, createdAt }) => ({
    ...{ id, envelope, notedAt: new Date(createdAt).toISOString() },
  }));
  return JSON.stringify(
    {
      format: 'olympia-outbox-sealed',
      version: VERSION,
      savedAt: new Date(now).toISOString(),
      entries: sealed,
    },
    null,
    2,
  );
}
