import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { busyness } from '../ui/use-busy';
import { appUpdate, type UpdateState } from './app-update';

/** Nobody has touched the page for so long, in ms: a moment that disturbs nobody. */
const QUIET = 60_000;
const LOOK_AGAIN = 20_000;

export interface Update {
  state: UpdateState;
  /** Somebody in this tab is in the middle of something. */
  isBusy: boolean;
  ask: () => void;
}

/** Whether a new version waits; it is taken by itself with the next change of page, when the page is hidden, or when nobody uses it. */
export function useUpdate(): Update {
  const state = useSyncExternalStore(appUpdate.subscribe, appUpdate.getSnapshot);
  const isBusy = useSyncExternalStore(busyness.subscribe, busyness.isBusy);
  useFreeMoments(state !== 'none');
  return { state, isBusy, ask: () => appUpdate.ask() };
}

function useFreeMoments(isReady: boolean): void {
  const [location] = useLocation();
  useEffect(() => {
    if (!isReady) return;
    return () => {
      // After the next page has said whether it is busy from the start, as the entry screens are.
      window.setTimeout(() => void appUpdate.take());
    };
  }, [isReady, location]);
  useEffect(() => {
    if (!isReady) return;
    let touchedAt = performance.now();
    const touch = () => (touchedAt = performance.now());
    const ifHidden = () => document.visibilityState === 'hidden' && void appUpdate.take();
    const ifQuiet = () => performance.now() - touchedAt > QUIET && void appUpdate.take();
    const timer = window.setInterval(ifQuiet, LOOK_AGAIN);
    window.addEventListener('pointerdown', touch);
    window.addEventListener('keydown', touch);
    document.addEventListener('visibilitychange', ifHidden);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('pointerdown', touch);
      window.removeEventListener('keydown', touch);
      document.removeEventListener('visibilitychange', ifHidden);
    };
  }, [isReady]);
}
