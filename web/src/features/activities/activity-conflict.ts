import type { Activity } from '../../api/types';
import { activityIn } from '../../outbox/activity-sender';
import type { ActivityChangeBody, EntryOf, OutboxEntry } from '../../outbox/entry';
import type { DateString } from '../../ui/format';
import { pick } from '../forms/changed-fields';
import { compare, type Conflict, type Settled, settledOf } from '../forms/conflict';
import { type ActivityValues, detailsOf, valuesOf } from './activity-values';

type ChangeEntry = EntryOf<'activity_change'> | EntryOf<'activity'>;
type Field = keyof ActivityValues;

/** What an activity says, as a change would say it. */
export const detailsIn = (stored: Activity): ReturnType<typeof detailsOf> =>
  detailsOf(valuesOf(stored.id, stored), stored.heldOn);

/** The stored version that an entry about an activity was refused for, if it was. */
export function storedFor({ kind, refusal }: OutboxEntry): Activity | null {
  const isActivity = kind === 'activity' || kind === 'activity_change';
  return (isActivity && activityIn(refusal?.current)) || null;
}

/** The own version beside the stored one, field by field. */
export function conflictOf(entry: ChangeEntry, stored: Activity): Conflict<ActivityValues> {
  if (entry.kind === 'activity')
    return compare(valuesOf(entry.id, entry.body), null, valuesOf(stored.id, stored));
  const { base, changes, version } = entry.body;
  const before = valuesOf(stored.id, { ...stored, ...base, version });
  const mine = valuesOf(stored.id, { ...stored, ...base, ...changes, version });
  return compare(mine, before, valuesOf(stored.id, stored));
}

/** The change that says what was chosen: the own word in all fields but these, on top of what is stored; the choice goes along. */
export function settledChange(
  conflict: Conflict<ActivityValues>,
  takeStored: readonly Field[],
  today: DateString,
): Pick<ActivityChangeBody, 'version' | 'changes'> {
  const { mine, stored, fields } = conflict;
  const own = fields.filter((field) => !takeStored.includes(field));
  const changes = pick(detailsOf(mine, today), own as (keyof ReturnType<typeof detailsOf>)[]);
  return {
    version: stored.version ?? 0,
    changes: { ...changes, conflict: choiceIn(settledOf(conflict, takeStored)) },
  };
}

type Choice = NonNullable<ActivityChangeBody['changes']['conflict']>;

/** A choice as the server takes it. */
export function choiceIn({ version, kept }: Settled): Choice {
  return {
    version,
    kept: kept.flatMap(({ field, chosen }) => (isDetail(field) ? [{ field, chosen }] : [])),
  };
}

const isDetail = (field: string): field is Choice['kept'][number]['field'] =>
  field !== 'id' && field !== 'version';
