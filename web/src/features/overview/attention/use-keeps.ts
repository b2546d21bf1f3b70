import { hasRole, useSession } from '../../session/session';

/** Whoever coordinates the city acts here; the programme lead only looks. The server decides again. */
export function useKeeps(): boolean {
  return hasRole(useSession(), 'coordinator');
}
