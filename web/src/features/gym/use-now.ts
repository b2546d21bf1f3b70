import { useEffect, useState } from 'react';
import { preciseNow } from './run-clock';

/**
 * The precise time while something runs: with every picture of the screen, or every so many ms where whole seconds are shown
 * and a battery has to last.
 */
export function useNow(running: boolean, every?: number): number {
  const [now, setNow] = useState(preciseNow);
  useEffect(() => {
    if (!running) return;
    if (every !== undefined) {
      const timer = window.setInterval(() => setNow(preciseNow()), every);
      return () => window.clearInterval(timer);
    }
    let frame = 0;
    const draw = () => {
      setNow(preciseNow());
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [running, every]);
  return now;
}
