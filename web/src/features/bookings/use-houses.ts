import { useQuery } from '@tanstack/react-query';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import { institutionsKey, readInstitutions } from '../institutions/queries';
import { hasRole, housesOf, useSession } from '../session/session';

export interface HouseName {
  id: string;
  name: string;
}

/** The houses whose modules the person sees, in German order: the own ones, those coached, or the city's. */
export function useHouses(): { houses: HouseName[]; pending: boolean } {
  const session = useSession();
  const many = hasRole(session, 'coach', 'coordinator', 'programme_lead');
  const { data, isPending } = useQuery({
    queryKey: [...institutionsKey, 'names'],
    queryFn: () => readAll((cursor) => readInstitutions({ cursor, limit: MAX_LIMIT, participation: 'yes' })),
    select: (all) => all.map(({ id, name }) => ({ id, name })),
    enabled: many,
  });
  if (many) return { houses: data ?? [], pending: isPending };
  return { houses: housesOf(session).map(({ id, name }) => ({ id, name })), pending: false };
}
