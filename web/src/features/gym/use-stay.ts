import { useEffect } from 'react';
import { useAddress } from '../../ui/use-address';

/** Who or what is shown first stays until somebody goes on: the next one must not slip under the finger when this one is done. */
export function useStay(name: string, shown: string | undefined): void {
  const address = useAddress();
  const isNamed = address.get(name) === (shown ?? null);
  useEffect(() => {
    if (shown !== undefined && !isNamed) address.set({ [name]: shown }, { replace: true });
  });
}
