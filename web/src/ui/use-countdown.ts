import { useCallback, useEffect, useState } from 'react';

/** Counts seconds down to 0, also those that the device sleeps; `start` begins again. */
export function useCountdown(): { left: number; start: (seconds: number) => void } {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  const start = useCallback((seconds: number) => {
    setUntil(Date.now() + seconds * 1000);
    setLeft(seconds);
  }, []);
  const isRunning = left > 0;
  useEffect(() => {
    if (!isRunning) return;
    // At least one a tick: a clock that is put back must not make anybody wait longer.
    const tick = () => setLeft((before) => Math.max(0, Math.min(before - 1, secondsUntil(until))));
    const timer = window.setInterval(tick, 1000);
    return () => window.clearInterval(timer);
  }, [isRunning, until]);
  return { left, start };
}

function secondsUntil(instant: number): number {
  return Math.ceil((instant - Date.now()) / 1000);
}
