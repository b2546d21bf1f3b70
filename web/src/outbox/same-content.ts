import type { AttendanceMark, WantedMark } from '../api/types';
import type { OutboxEntry, OutboxKind, OutboxKinds } from './entry';

/** True if the server has stored what was sent, field by field; only then the device may forget it. */
export function saysWhatWasSent(
  { kind, body }: OutboxEntry,
  record: OutboxKinds[OutboxKind]['record'],
): boolean {
  switch (kind) {
    case 'activity':
      return saysAllOf(body, record);
    case 'activity_change':
      return saysAllOf(fieldsOf(body.changes), record);
    case 'trial':
      return saysAllOf({ number: body.number, value: body.value, valid: body.valid }, record);
    case 'attendance':
      return (
        'marks' in record && body.marks.every((mark) => record.marks.some((other) => isMarked(mark, other)))
      );
    // Its sender compares: the answer names the child's results and no record of its own.
    case 'not_done':
      return true;
  }
}

/** True if the record says what was sent, in each field that was sent; nothing and null are the same, and so are texts as they are stored. */
export function saysAllOf(sent: object, record: object): boolean {
  const stored = new Map<string, unknown>(Object.entries(record));
  return Object.entries(sent).every(
    ([field, value]) => stored.has(field) && comparable(value) === comparable(stored.get(field)),
  );
}

/** How a person has settled a conflict goes into the trail, not into the record. */
function fieldsOf(changes: object): object {
  return Object.fromEntries(Object.entries(changes).filter(([field]) => field !== 'conflict'));
}

function isMarked(wanted: WantedMark, stored: AttendanceMark): boolean {
  const { registrationId, sessionId, state, minutes } = wanted;
  const isPlace = stored.registrationId === registrationId && stored.sessionId === sessionId;
  return (
    isPlace &&
    stored.state === state &&
    (state !== 'present' || (minutes ?? null) === null || stored.minutes === minutes)
  );
}

function comparable(value: unknown): string {
  return JSON.stringify(typeof value === 'string' ? storedText(value) : (value ?? null));
}

/** As the server stores texts: NFC, line ends as LF, no spaces around; an empty one is none. */
function storedText(text: string): string | null {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim() || null;
}
