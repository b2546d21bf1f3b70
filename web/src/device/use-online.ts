import { useSyncExternalStore } from 'react';
import { network } from './network';

/** Can the server be reached now? */
export function useOnline(): boolean {
  return useSyncExternalStore(network.subscribe, network.getSnapshot);
}
