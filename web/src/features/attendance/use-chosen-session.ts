import type { SheetSession } from '../../api/types';
import { useAddress } from '../../ui/use-address';
import { useSession } from '../session/session';

/** Name of the session in the address. */
const PARAM = 'termin';

/** The session in the address; without one today's, or else the last that has begun, or else the first. */
export function useChosenSession(sessions: readonly SheetSession[]) {
  const { today } = useSession();
  const address = useAddress();
  const wanted = address.get(PARAM);
  const begun = sessions.filter(({ heldOn }) => heldOn <= today);
  const session = sessions.find(({ id }) => id === wanted) ?? begun.at(-1) ?? sessions[0];
  return { session, choose: (id: string) => address.set({ [PARAM]: id }, { replace: true }) };
}
