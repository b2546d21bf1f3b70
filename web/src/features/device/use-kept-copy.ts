import { useEffect, useState } from 'react';
import { kept } from '../../device/kept';
import type { Copy } from '../../device/kept-store';

/** What is kept under a name on this device; null: nothing, undefined: not looked yet. */
export function useKeptCopy<T>(name: string): Copy<T> | null | undefined {
  const [copy, setCopy] = useState<Copy<T> | null>();
  useEffect(() => {
    let isCurrent = true;
    const look = () =>
      void kept.get<T>(name).then((found) => {
        if (isCurrent) setCopy(found);
      });
    look();
    const stop = kept.subscribe(look);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [name]);
  return copy;
}
