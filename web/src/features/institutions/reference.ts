import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import { hasRole, useSession } from '../session/session';

const FIVE_MINUTES = 300_000;

/** All municipalities, archived ones too. */
export const municipalitiesQuery = queryOptions({
  queryKey: ['municipalities'],
  queryFn: () =>
    readAll((cursor) =>
      unwrap(api.GET('/api/municipalities', { params: { query: { cursor, limit: MAX_LIMIT } } })),
    ),
  staleTime: FIVE_MINUTES,
});

/** The districts of a municipality in the city's own order, archived ones too. */
export function districtsQuery(municipalityId: string) {
  return queryOptions({
    queryKey: ['districts', municipalityId],
    queryFn: () =>
      readAll((cursor) =>
        unwrap(
          api.GET('/api/districts', { params: { query: { municipalityId, cursor, limit: MAX_LIMIT } } }),
        ),
      ),
    staleTime: FIVE_MINUTES,
  });
}

/** People who can coach institutions of a municipality. */
export function coachesQuery(municipalityId: string) {
  return queryOptions({
    queryKey: ['coaches', municipalityId],
    queryFn: () => unwrap(api.GET('/api/coaches', { params: { query: { municipalityId } } })),
    select: ({ items }) => items,
  });
}

/** The municipalities a person works with, archived ones left out: all of them, or those of the own roles. */
export function useOwnMunicipalities() {
  const session = useSession();
  const everywhere = hasRole(session, 'programme_lead', 'administrator');
  const own = new Set(session.roles.map(({ municipalityId }) => municipalityId));
  return useQuery({
    ...municipalitiesQuery,
    select: (all) => all.filter(({ id, archivedAt }) => archivedAt === null && (everywhere || own.has(id))),
  });
}
