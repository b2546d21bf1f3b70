import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The time in epoch ms, new each minute and when a sleeping device wakes up: for "seit 2 Stunden". */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const look = () => setNow(Date.now());
    const timer = window.setInterval(look, MINUTE);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return now;
}
