import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components, paths } from '../../api/schema';
import type { Group, GroupYear } from '../../api/types';

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

/** A house's groups of a year, whether they are confirmed, and what the year before proposes. */
export function groupYearQuery(institutionId: string, schoolYear: number) {
  return queryOptions({
    queryKey: ['groups', 'year', institutionId, schoolYear],
    queryFn: () =>
      unwrap(
        api.GET('/api/institutions/{id}/group-year', {
          params: { path: { id: institutionId }, query: { schoolYear } },
        }),
      ),
  });
}

/** Confirms a year, with groups to add if there are any. */
export function confirmGroupYear(
  institutionId: string,
  body: components['schemas']['ConfirmGroupYearDto'],
): Promise<GroupYear> {
  return unwrap(
    api.POST('/api/institutions/{id}/group-year/confirmation', {
      params: { path: { id: institutionId } },
      body,
    }),
  );
}

/** Sizes of a group through its year. */
export function groupSizesQuery(id: string) {
  return queryOptions({
    queryKey: ['groups', 'sizes', id],
    queryFn: () => unwrap(api.GET('/api/groups/{id}/sizes', { params: { path: { id } } })),
    select: ({ items }) => items,
  });
}

/** Which houses have confirmed their groups; the page after `cursor`. */
export function readGroupYears(
  query: NonNullable<paths['/api/group-years']['get']['parameters']['query']>,
  cursor?: string,
) {
  return unwrap(api.GET('/api/group-years', { params: { query: { ...query, cursor } } }));
}

/** To be called after every change: groups stand on buttons, in lists and in figures. */
export function useGroupsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['groups'] });
    void queries.invalidateQueries({ queryKey: ['overview'] });
  };
}
