import type { HeldEntry } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatDate, formatNumber } from '../../ui/format';

const words = texts.heldEntries;

type Body = Readonly<Record<string, unknown>>;
export type FieldName = keyof typeof words.fields;

/** A line that says something of an entry. */
export interface Line {
  field: FieldName;
  term: string;
  value: string;
}

const FIELDS = Object.keys(words.fields) as FieldName[];

/** What was noted, field by field in people's words; of a change what it changes. */
export function linesOf({ kind, body, names }: HeldEntry): Line[] {
  return linesIn(kind === 'activity_change' ? changesIn(body) : body, names);
}

/** What stands there; of a change only in the fields that it changes, and what tells the activity. */
export function standingLinesOf({ kind, body, current, names }: HeldEntry): Line[] {
  if (!current) return [];
  const lines = linesIn(current, names);
  if (kind !== 'activity_change')
    return lines.filter(({ field }) => ['number', 'value', 'valid'].includes(field));
  const changed = Object.keys(changesIn(body));
  return lines.filter(({ field }) => changed.includes(field) || field === 'heldOn' || field === 'groupId');
}

/** What the lead may put right: where it stands in the body. */
export function changesIn(body: Body): Body {
  const { changes } = body;
  return typeof changes === 'object' && changes !== null ? (changes as Body) : {};
}

function linesIn(body: Body, names: HeldEntry['names']): Line[] {
  return FIELDS.flatMap((field) => {
    if (!(field in body)) return [];
    const value = valueOf(field, body[field], names);
    return value === '' ? [] : [{ field, term: words.fields[field], value }];
  });
}

const SPECIAL: Partial<Record<FieldName, (value: unknown) => string>> = {
  heldOn: (value) => (typeof value === 'string' ? formatDate(value) : ''),
  place: (value) => (typeof value === 'string' ? wordFor(texts.words.place, value) : ''),
  valid: (value) => (value === false ? words.failed : words.yes),
  reason: (value) => (typeof value === 'string' ? wordFor(texts.gym.reasons, value) : words.reasonTakenBack),
};

function valueOf(field: FieldName, value: unknown, names: HeldEntry['names']): string {
  const special = SPECIAL[field];
  if (special) return special(value);
  if (field === 'protocolIds' && value === null) return words.allTasks;
  if (Array.isArray(value)) return value.map((item) => plain(item, names)).join(', ');
  return plain(value, names);
}

function plain(value: unknown, names: HeldEntry['names']): string {
  if (typeof value === 'number') return formatNumber(value);
  return typeof value === 'string' ? (names[value] ?? value) : '';
}
