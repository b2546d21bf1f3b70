import { useEffect } from 'react';

/** Keeps the screen awake while the page is open, where the browser can; it lets go by itself when the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let left = false;
    const keep = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        const kept = await navigator.wakeLock.request('screen');
        if (left) await kept.release();
        else lock = kept;
      } catch {
        // Battery low or not allowed: the screen turns dark as it always does.
      }
    };
    const again = () => void keep();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}
