import { useSyncExternalStore } from 'react';

let printing = false;

function subscribe(changed: () => void): () => void {
  const say = (now: boolean) => () => {
    printing = now;
    changed();
  };
  const media = window.matchMedia('print');
  const heard = { beforeprint: say(true), afterprint: say(false) };
  media.addEventListener('change', changed);
  for (const [name, listener] of Object.entries(heard)) window.addEventListener(name, listener);
  return () => {
    media.removeEventListener('change', changed);
    for (const [name, listener] of Object.entries(heard)) window.removeEventListener(name, listener);
  };
}

const isPaper = (): boolean => printing || window.matchMedia('print').matches;

/**
 * Whether the page is being laid out for paper. An external store is drawn at once, before the browser takes the page; not every browser
 * tells of `print` as a medium, but all say that they begin.
 */
export function useIsPaper(): boolean {
  return useSyncExternalStore(subscribe, isPaper);
}
