import { base64url } from 'jose';
import type { OutboxKind, OutboxKinds } from './entry';
import { isWaiting, type Row } from './row';

interface Subject {
  id: string;
  kind: OutboxKind;
  body: OutboxKinds[OutboxKind]['body'];
}

/** Which records an entry is about: entries with one in common go out in the order in which they were made. */
export function lanesOf({ id, body }: Pick<Subject, 'id' | 'body'>): string[] {
  if ('marks' in body) return [id, ...body.marks.map(laneOfMark)];
  if ('protocolIds' in body) return [id, ...body.protocolIds.map((task) => `${body.childId}/${task}`)];
  if ('protocolId' in body) return [id, `${body.childId}/${body.protocolId}`];
  return [id];
}

export const laneOfMark = (mark: { registrationId: string; sessionId: string }): string =>
  `${mark.registrationId}/${mark.sessionId}`;

/** What is kept of a lane: enough to see that two are the same. */
export async function hashOf(lane: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lane));
  return base64url.encode(new Uint8Array(digest).subarray(0, 16));
}

export function hashesOf(lanes: readonly string[]): Promise<string[]> {
  return Promise.all(lanes.map(hashOf));
}

export interface Which {
  /** Ignores the pauses between attempts. */
  hurry: boolean;
  /** One row, with what has to go before it. */
  only?: string | undefined;
  /** The account of the person who is here. */
  account?: string | undefined;
}

/**
 * The rows to be sent now, oldest first. One that has to wait holds back those behind it that are about the same record; one
 * that needs a person's help holds back nobody.
 */
export function dueOf(rows: readonly Row[], { hurry, only, account }: Which, now: number): Row[] {
  const ready = rows.filter((row) => isWaiting(row) && (row.state !== 'needs_help' || row.rowId === only));
  const target = only === undefined ? undefined : ready.find(({ rowId }) => rowId === only);
  if (target) return [...ready.slice(0, ready.indexOf(target)).filter(sharesLane(target)), target];
  if (only !== undefined) return [];
  const held: Row[] = [];
  return ready.filter((row) => {
    const isHurried = hurry && (!row.unwelcome || row.accountId === account);
    const due = (isHurried || row.notBefore <= now) && !held.some(sharesLane(row));
    if (!due) held.push(row);
    return due;
  });
}

export function sharesLane({ lanes }: Pick<Row, 'lanes'>): (other: Pick<Row, 'lanes'>) => boolean {
  return (other) => other.lanes.some((lane) => lanes.includes(lane));
}
