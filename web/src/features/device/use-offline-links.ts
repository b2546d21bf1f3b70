import { useEffect } from 'react';
import { network } from '../../device/network';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';

/** Without a network a link to a file would lead to the browser's own page of failure, and away from here: says so instead. */
export function useOfflineLinks(): void {
  useEffect(() => {
    const stay = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const isFile = link?.origin === window.location.origin && link.pathname.startsWith('/api/');
      if (!isFile || network.getSnapshot()) return;
      event.preventDefault();
      announce(texts.device.needsNetwork.link);
    };
    document.addEventListener('click', stay, { capture: true });
    return () => document.removeEventListener('click', stay, { capture: true });
  }, []);
}
