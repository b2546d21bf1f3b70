import { useEffect, useState } from 'react';
import { preciseNow } from './run-clock';

/** The precise time, drawn anew with every picture of the screen while something runs. */
export function useNow(running: boolean): number {
  const [now, setNow] = useState(preciseNow);
  useEffect(() => {
    if (!running) return;
    let frame = 0;
    const draw = () => {
      setNow(preciseNow());
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [running]);
  return now;
}
