import { useEffect } from 'react';
import { useOnline } from '../device/use-online';
import { texts } from '../texts/de';
import { NeedsNetworkPage } from '../ui/needs-network';

/** In the place of a page whose code is not on this device; loaded anew as soon as it can be had, for nothing was typed here. */
export function PageWithoutNetwork() {
  const isOnline = useOnline();
  useEffect(() => {
    if (isOnline) window.location.reload();
  }, [isOnline]);
  return <NeedsNetworkPage text={texts.device.needsNetwork.page} />;
}
