import type { EntryOf, OutboxEntry, OutboxKind, OutboxKinds } from './entry';
import { hashOf, laneOfMark } from './lanes';

/** Versions that records have reached, by the hash of the lane. */
export type KnownVersions = Readonly<Record<string, number>>;

/** What the answer to an entry says about versions: a later entry of the same author goes on from there. */
export async function versionsIn(
  { id }: OutboxEntry,
  record: OutboxKinds[OutboxKind]['record'],
): Promise<KnownVersions> {
  const lanes =
    'marks' in record ? record.marks.map((mark) => [laneOfMark(mark), mark.version] as const) : [];
  const all = 'version' in record ? [...lanes, [id, record.version] as const] : lanes;
  return Object.fromEntries(
    await Promise.all(all.map(async ([lane, version]) => [await hashOf(lane), version] as const)),
  );
}

/** The entry with the versions that earlier entries have brought about. */
export async function goOn(entry: OutboxEntry, known: KnownVersions): Promise<OutboxEntry> {
  if (Object.keys(known).length === 0) return entry;
  const newest = async (lane: string, version: number | null): Promise<number | null> => {
    const reached = known[await hashOf(lane)];
    return reached === undefined ? version : Math.max(reached, version ?? 0);
  };
  switch (entry.kind) {
    case 'activity':
      return changeOf(entry, await newest(entry.id, entry.body.version ?? null));
    case 'trial':
      return { ...entry, body: { ...entry.body, version: await newest(entry.id, entry.body.version) } };
    case 'activity_change': {
      const { version } = entry.body;
      return { ...entry, body: { ...entry.body, version: (await newest(entry.id, version)) ?? version } };
    }
    case 'attendance': {
      const marks = entry.body.marks.map(async (mark) => ({
        ...mark,
        version: (await newest(laneOfMark(mark), mark.version)) ?? mark.version,
      }));
      return { ...entry, body: { ...entry.body, marks: await Promise.all(marks) } };
    }
    default:
      return entry;
  }
}

/** An activity that an earlier word has stored already is changed to what this one says, or deleted as it stands now. */
function changeOf(entry: EntryOf<'activity'>, version: number | null): OutboxEntry {
  const { id, body } = entry;
  if (version === null) return entry;
  if (entry.withdrawn) return body.version === undefined ? entry : { ...entry, body: { ...body, version } };
  const { institutionId: _house, id: _id, version: _version, ...changes } = body;
  return { ...entry, kind: 'activity_change', body: { id, version, changes, base: {} } };
}
