import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Activity } from '../../api/types';
import type { EntryOf, OutboxEntry } from '../../outbox/entry';
import { outbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { schoolYearOf } from '../../ui/format';
import { conflictOf, detailsIn, settledChange, storedFor } from '../activities/activity-conflict';
import type { ActivityValues } from '../activities/activity-values';
import { submitChange } from '../activities/submit-change';
import { activityLabels, describeActivity } from '../activities/activity-words';
import { focusAreasQuery, groupsQuery } from '../activities/queries';
import { ConflictDialog } from '../forms/conflict-dialog';
import { modulesQuery } from '../modules/queries';
import { useSession } from '../session/session';

const words = texts.waiting;

/** Somebody else changed the activity meanwhile: both versions side by side, and a choice for each field. */
export function ChangeConflict({ entry }: { entry: OutboxEntry }) {
  const stored = storedFor(entry);
  if (!stored || (entry.kind !== 'activity' && entry.kind !== 'activity_change')) return null;
  return entry.withdrawn ? (
    <RemovalConflict entry={entry} stored={stored} />
  ) : (
    <Compare entry={entry} stored={stored} />
  );
}

interface CompareProps {
  entry: EntryOf<'activity'> | EntryOf<'activity_change'>;
  stored: Activity;
}

function Compare({ entry, stored }: CompareProps) {
  const { today } = useSession();
  const [opened, setOpened] = useState(false);
  const conflict = conflictOf(entry, stored);
  const describe = useDescribe(stored);
  const settle = (takeStored: readonly (keyof ActivityValues)[]) => {
    setOpened(false);
    const body = { id: entry.id, base: detailsIn(stored), ...settledChange(conflict, takeStored, today) };
    replaceBy(entry, body)
      .then(({ state }) => state === 'confirmed' && announce(words.conflict.settled))
      .catch(announceProblem);
  };
  return (
    <>
      <Button onClick={() => setOpened(true)}>{words.compare}</Button>
      <ConflictDialog
        conflict={opened ? conflict : null}
        labels={activityLabels}
        describe={describe}
        backLabel={texts.common.back}
        resolve={settle}
        dismiss={() => setOpened(false)}
      />
    </>
  );
}

/** What was chosen takes the place of what was refused. */
async function replaceBy(entry: CompareProps['entry'], body: EntryOf<'activity_change'>['body']) {
  const { id, summary } = entry;
  // A refused new entry cannot go after its change: taking it back would take both.
  if (entry.kind === 'activity') await outbox.withdraw(entry.rowId);
  return submitChange({ id, body, summary });
}

/** Values in words; the names behind ids come from lists that the device may have to ask for. */
function useDescribe({ institutionId, heldOn }: Activity) {
  const groups = useQuery(groupsQuery(institutionId, schoolYearOf(heldOn))).data ?? [];
  const focusAreas = useQuery(focusAreasQuery).data ?? [];
  const modules = useQuery(modulesQuery).data ?? [];
  return (field: keyof ActivityValues, values: ActivityValues) =>
    describeActivity(field, values, { groups, focusAreas, modules });
}

interface RemovalConflictProps {
  entry: OutboxEntry;
  stored: Activity;
}

/** It was to be deleted, and somebody has worked on it since. */
function RemovalConflict({ entry: { id, rowId, summary }, stored }: RemovalConflictProps) {
  const remove = () => {
    const { institutionId } = stored;
    const body = { institutionId, version: stored.version, ...detailsIn(stored) };
    outbox.remove({ id, kind: 'activity', body, summary }).catch(announceProblem);
  };
  const keep = async () => {
    await outbox.withdraw(rowId);
    announce(words.conflict.kept);
  };
  return (
    <>
      <Button onClick={() => void keep()}>{words.conflict.keep}</Button>
      <Button variant="default" onClick={remove}>
        {words.conflict.removeAnyway}
      </Button>
    </>
  );
}
