import { useQuery } from '@tanstack/react-query';
import { MAX_LIMIT, readAll } from '../../api/read-all';
import { useHouse } from '../activities/use-house';
import { institutionsKey, readInstitutions } from './queries';
import { hasRole, useSession } from '../session/session';
import { useAddress } from '../../ui/use-address';

export interface SeenHouse {
  id: string;
  name: string;
  leads: boolean;
  /** The person works there; a coach only reads. */
  keeps: boolean;
}

/** The houses that the person works with, and the one that is chosen: the own ones first, then those that they coach. */
export function useSeenHouses() {
  const session = useSession();
  const own = useHouse();
  const address = useAddress();
  const coaches = hasRole(session, 'coach');
  const { data: coached = [], isPending } = useQuery({
    queryKey: [...institutionsKey, 'coached'],
    queryFn: () => readAll((cursor) => readInstitutions({ cursor, limit: MAX_LIMIT })),
    select: (all) => all.map(({ id, name }) => ({ id, name, leads: false, keeps: false })),
    enabled: coaches,
  });
  const kept: SeenHouse[] = own.houses.map((house) => ({ ...house, keeps: true }));
  const houses = [...kept, ...coached.filter(({ id }) => !kept.some((house) => house.id === id))];
  const wanted = address.get('haus') ?? own.house?.id;
  const house = houses.find(({ id }) => id === wanted) ?? houses[0] ?? null;
  return { houses, house, choose: own.choose, pending: coaches && isPending };
}
