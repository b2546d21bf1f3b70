import { useState } from 'react';
import { readDraft, writeDraft } from '../../ui/draft-store';
import { useAddress } from '../../ui/use-address';
import { type House, housesOf, useSession } from '../session/session';

const KEY = 'house';

/**
 * The house that a person works on: the one in the address, else the one chosen last on this device, else the first.
 * `led` leaves only the houses that the person leads; `house` is null if there is none.
 */
export function useHouse({ led = false } = {}) {
  const session = useSession();
  const address = useAddress();
  const [remembered] = useState(() => readDraft(session.account.id, KEY, { id: '' }).id);
  const houses: House[] = housesOf(session).filter((house) => house.leads || !led);
  const wanted = address.get('haus') ?? remembered;
  const choose = (id: string) => {
    writeDraft(session.account.id, KEY, { id });
    address.set({ haus: id }, { replace: true });
  };
  return { houses, house: houses.find(({ id }) => id === wanted) ?? houses[0] ?? null, choose };
}
