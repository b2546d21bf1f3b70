import type { HeldEntry } from '../../api/types';
import { changesIn } from './described';

/** What a lead can put right where the entry says it; everything else is corrected afterwards like any other entry. */
export interface Rightful {
  heldOn: string;
  minutes: number | null;
  childrenPresent: number | null;
  number: number | null;
  value: number | null;
}
export type RightfulField = keyof Rightful;

const BY_KIND: Readonly<Record<string, readonly RightfulField[]>> = {
  activity: ['heldOn', 'minutes', 'childrenPresent'],
  activity_change: ['heldOn', 'minutes', 'childrenPresent'],
  trial: ['number', 'value'],
};

/** Fields that the entry speaks of and that can be put right. */
export function fieldsOf(entry: HeldEntry): readonly RightfulField[] {
  if (entry.withdrawn) return [];
  const said = saidIn(entry);
  return (BY_KIND[entry.kind] ?? []).filter((field) => field in said && said[field] !== null);
}

/** As it was noted, with the day as it probably is. */
export function valuesOf(entry: HeldEntry): Rightful {
  const said = { ...saidIn(entry), ...entry.proposed };
  return {
    heldOn: typeof said['heldOn'] === 'string' ? said['heldOn'] : '',
    minutes: numberIn(said['minutes']),
    childrenPresent: numberIn(said['childrenPresent']),
    number: numberIn(said['number']),
    value: numberIn(said['value']),
  };
}

/** What is sent: only what differs from what was noted, and the version of what stands there where that was the reason. */
export function changesOf(entry: HeldEntry, values: Rightful): Record<string, unknown> {
  const said = saidIn(entry);
  const differing = fieldsOf(entry).filter((field) => values[field] !== said[field]);
  const put = Object.fromEntries(differing.map((field) => [field, values[field]]));
  const inside =
    entry.kind === 'activity_change' && differing.length > 0 ? { changes: { ...said, ...put } } : put;
  return { ...inside, ...versionOf(entry) };
}

/** Whether somebody else's words stand there now, which this one would replace. */
export function replaces({ problem }: HeldEntry): boolean {
  return problem?.code === 'changed_meanwhile';
}

function versionOf(entry: HeldEntry): { version?: unknown } {
  return replaces(entry) && entry.current ? { version: entry.current['version'] } : {};
}

function saidIn({ kind, body }: HeldEntry): Readonly<Record<string, unknown>> {
  return kind === 'activity_change' ? changesIn(body) : body;
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
