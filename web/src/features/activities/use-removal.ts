import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, ifMatch, unwrap } from '../../api/client';
import type { Activity, FocusArea } from '../../api/types';
import { outbox, useOutbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';
import { useSession } from '../session/session';
import { detailsIn } from './activity-conflict';
import { keepActivity } from './submit-change';
import { summaryOfStored } from './summary';

const words = texts.activities.mine;

/** Deletes entries of a list and takes the deletion back, as long as the list is open. Deleting works without a network too. */
export function useRemoval(focusAreas: readonly FocusArea[]) {
  const queries = useQueryClient();
  const { today } = useSession();
  const { entries } = useOutbox();
  const { removed, watch, forget } = useRemoved();
  const refresh = () => queries.invalidateQueries({ queryKey: ['activities'] });
  const remove = (activity: Activity) => {
    const { id, institutionId, version } = activity;
    const body = { institutionId, version, ...detailsIn(activity) };
    const summary = words.deleted(summaryOfStored(activity, focusAreas, today));
    watch(activity);
    outbox.remove({ id, kind: 'activity', body, summary }).catch(announceProblem);
  };
  const restore = useMutation({
    mutationFn: async (activity: Activity) => {
      const { id } = activity;
      const waits = entries.some((entry) => entry.id === id && entry.kind === 'activity' && entry.withdrawn);
      if (waits) await keepActivity(activity);
      else
        await unwrap(
          api.POST('/api/activities/{id}/restore', { params: { path: { id }, header: ifMatch(activity) } }),
        );
    },
    onSuccess: async (_, activity) => {
      announce(words.restored);
      await refresh();
      forget(activity);
    },
    onError: announceProblem,
  });
  return { removed, remove, restore: restore.mutate };
}

/** Those whose deletion has arrived since the list was opened. */
function useRemoved() {
  const [asked, setAsked] = useState<readonly Activity[]>([]);
  const [removed, setRemoved] = useState<readonly Activity[]>([]);
  const without = ({ id }: Activity, all: readonly Activity[]) => all.filter((one) => one.id !== id);
  useEffect(
    () =>
      outbox.onConfirmed((entry, record) => {
        const gone = record === null && entry.kind === 'activity' && asked.find(({ id }) => id === entry.id);
        // Deleting is a change like any other: the version that can be restored is the next one.
        if (gone) setRemoved((before) => [...without(gone, before), { ...gone, version: gone.version + 1 }]);
      }),
    [asked],
  );
  return {
    removed,
    watch: (activity: Activity) => setAsked((before) => [...without(activity, before), activity]),
    forget: (activity: Activity) => setRemoved((before) => without(activity, before)),
  };
}
