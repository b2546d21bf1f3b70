import { useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import type { Group } from '../../api/types';

type GroupChange = components['schemas']['UpdateGroupDto'];

/** Changes a group that was read; refused with 412 if someone else changed it meanwhile. */
export function changeGroup(
  { id, version }: { id: string; version: number },
  body: GroupChange,
): Promise<Group> {
  return unwrap(
    api.PATCH('/api/groups/{id}', { params: { path: { id }, header: ifMatch({ version }) }, body }),
  );
}

/** To be called after every change: groups stand on buttons, in lists and in figures. */
export function useGroupsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['groups'] });
    void queries.invalidateQueries({ queryKey: ['overview'] });
  };
}
