import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import type { Publication, PublicationPeriod } from '../../api/types';
import { newId } from '../../outbox/new-id';

export const publicationsKey = ['publications'] as const;

/** How often a preparation is looked after, in ms. */
const WATCH = 1500;

/** All of a municipality, also what is not published. */
export const publicationsQuery = (municipalityId: string) =>
  queryOptions({
    queryKey: [...publicationsKey, 'list', municipalityId],
    queryFn: () =>
      readAll((cursor) =>
        unwrap(
          api.GET('/api/publications', { params: { query: { municipalityId, cursor, limit: MAX_LIMIT } } }),
        ),
      ),
  });

export const publicationQuery = (id: string) =>
  queryOptions({
    queryKey: [...publicationsKey, 'one', id],
    queryFn: () => unwrap(api.GET('/api/publications/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? WATCH : false),
  });

/** What can be published, and what is; looks again while something is prepared. */
export const periodsQuery = (municipalityId: string) =>
  queryOptions({
    queryKey: [...publicationsKey, 'periods', municipalityId],
    queryFn: async () =>
      (await unwrap(api.GET('/api/publications/periods', { params: { query: { municipalityId } } }))).items,
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === 'under_way') ? WATCH : false,
  });

const isUnderWay = ({ state }: Publication): boolean => state === 'waiting' || state === 'running';

/** Asks for preparations, throws them away, publishes them; the lists show what has become of it. */
export function usePublications() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: publicationsKey });
  return {
    prepare: (municipalityId: string, { schoolYear, half }: PublicationPeriod) =>
      unwrap(
        api.POST('/api/publications', { body: { id: newId(), municipalityId, schoolYear, half } }),
      ).finally(refresh),
    remove: ({ id, version }: Publication) =>
      unwrap(
        api.DELETE('/api/publications/{id}', { params: { path: { id }, header: ifMatch({ version }) } }),
      ).finally(refresh),
    publish: ({ id, version }: Publication) =>
      unwrap(
        api.POST('/api/publications/{id}/publish', {
          params: { path: { id }, header: ifMatch({ version }) },
        }),
      ).finally(refresh),
  };
}
