import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ifMatch, unwrap } from '../../api/client';
import type { Activity } from '../../api/types';
import { texts } from '../../texts/de';
import { announce, announceProblem } from '../../ui/announce';

/** Deletes entries of a list and takes the deletion back, as long as the list is open. */
export function useRemoval() {
  const queries = useQueryClient();
  const [removed, setRemoved] = useState<Activity[]>([]);
  const refresh = () => queries.invalidateQueries({ queryKey: ['activities'] });

  const remove = useMutation({
    mutationFn: (activity: Activity) =>
      unwrap(api.DELETE('/api/activities/{id}', { params: paramsOf(activity) })),
    onSuccess: async (_, activity) => {
      // Deleting is a change like any other: the version that can be restored is the next one.
      setRemoved((before) => [...before, { ...activity, version: activity.version + 1 }]);
      await refresh();
    },
    onError: announceProblem,
  });

  const restore = useMutation({
    mutationFn: (activity: Activity) =>
      unwrap(api.POST('/api/activities/{id}/restore', { params: paramsOf(activity) })),
    onSuccess: async (_, activity) => {
      announce(texts.activities.mine.restored);
      await refresh();
      setRemoved((before) => before.filter(({ id }) => id !== activity.id));
    },
    onError: announceProblem,
  });

  return { removed, remove: remove.mutate, restore: restore.mutate };
}

function paramsOf(activity: Activity) {
  return { path: { id: activity.id }, header: ifMatch(activity) };
}
