import { type TouchEventHandler, useRef } from 'react';

/** As far has a finger to go, in px, and more sideways than up or down. */
const FAR = 70;

interface Swipe {
  onTouchStart: TouchEventHandler;
  onTouchEnd: TouchEventHandler;
}

/** Which way a finger went: -1 to the left (the next one), 1 to the right, 0 for a tap or a scroll. */
export function directionOf(dx: number, dy: number): -1 | 0 | 1 {
  if (Math.abs(dx) < FAR || Math.abs(dx) < 2 * Math.abs(dy)) return 0;
  return dx < 0 ? -1 : 1;
}

/** Swiping with one finger, as one turns pages. */
export function useSwipe(onLeft: () => void, onRight: () => void): Swipe {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: ({ touches }) => {
      const touch = touches.item(0);
      start.current = touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd: ({ changedTouches }) => {
      const touch = changedTouches.item(0);
      if (!start.current) return;
      const direction = directionOf(touch.clientX - start.current.x, touch.clientY - start.current.y);
      start.current = null;
      if (direction === -1) onLeft();
      if (direction === 1) onRight();
    },
  };
}
