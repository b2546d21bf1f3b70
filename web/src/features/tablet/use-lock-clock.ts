import { useEffect, useState } from 'react';
import { isSamePhase, type LockPhase, type Moment, momentNow, phaseAt } from './lock-clock';

const A_SECOND = 1000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

interface LockClock {
  phase: LockPhase;
  /** When somebody touched the tablet last. */
  touchedAt: () => Moment;
}

/** Counts the time since the last touch; tells once when the tablet has to lock. */
export function useLockClock(onLock: () => void): LockClock {
  const [clock] = useState(() => ({ touched: momentNow() }));
  const [phase, setPhase] = useState<LockPhase>({ state: 'open' });
  useEffect(() => {
    const look = () => {
      const next = phaseAt(clock.touched, momentNow());
      if (next.state === 'locked') onLock();
      else setPhase((shown) => (isSamePhase(shown, next) ? shown : next));
    };
    const touch = () => {
      // A tablet that slept through its time is not woken up by the touch that comes after.
      if (phaseAt(clock.touched, momentNow()).state !== 'locked') clock.touched = momentNow();
      look();
    };
    const timer = window.setInterval(look, A_SECOND);
    TOUCHES.forEach((type) => window.addEventListener(type, touch, { capture: true, passive: true }));
    return () => {
      window.clearInterval(timer);
      TOUCHES.forEach((type) => window.removeEventListener(type, touch, { capture: true }));
    };
  }, [clock, onLock]);
  return { phase, touchedAt: () => clock.touched };
}
