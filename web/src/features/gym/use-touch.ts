import type { MouseEvent, PointerEvent } from 'react';

interface Touch {
  onPointerDown: (event: PointerEvent) => void;
  onClick: (event: MouseEvent) => void;
}

/**
 * Acts the moment a finger comes down, not when it leaves; keys and screen readers work as well.
 * @param act gets the moment of the touch in epoch ms, more exact than the moment in which it is dealt with
 */
export function onTouch(act: (at: number) => void): Touch {
  const at = ({ timeStamp }: { timeStamp: number }) => act(performance.timeOrigin + timeStamp);
  return {
    onPointerDown: (event) => {
      if (event.button === 0) at(event);
    },
    // A click that no pointer made.
    onClick: (event) => {
      if (event.detail === 0) at(event);
    },
  };
}
