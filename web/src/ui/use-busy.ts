import { useEffect } from 'react';

/** Held by every tab of this browser in which somebody is in the middle of something. */
const LOCK = 'olympia-busy';

/** Who is in the middle of something in this tab: a form with something typed, a test day that is being entered. */
class Busyness {
  private readonly marks = new Set<symbol>();
  private readonly listeners = new Set<() => void>();
  private release: (() => void) | null = null;

  /** @returns how to say that it is over */
  begin(): () => void {
    const mark = Symbol();
    this.marks.add(mark);
    this.changed();
    return () => {
      this.marks.delete(mark);
      this.changed();
    };
  }

  readonly isBusy = (): boolean => this.marks.size > 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private changed(): void {
    if (this.isBusy()) this.hold();
    else this.letGo();
    this.listeners.forEach((listener) => listener());
  }

  private hold(): void {
    if (this.release || !('locks' in navigator)) return;
    const released = new Promise<void>((resolve) => (this.release = resolve));
    void navigator.locks.request(LOCK, { mode: 'shared' }, () => released);
  }

  private letGo(): void {
    this.release?.();
    this.release = null;
  }
}

export const busyness = new Busyness();

/** While true, nothing that loads the page anew happens by itself, in this tab or another. */
export function useBusy(isBusy: boolean): void {
  useEffect(() => (isBusy ? busyness.begin() : undefined), [isBusy]);
}

/** Does something if nobody is in the middle of anything in any tab. @returns whether it was done */
export async function ifNobodyIsBusy(work: () => void): Promise<boolean> {
  if (busyness.isBusy()) return false;
  if (!('locks' in navigator)) {
    work();
    return true;
  }
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
    if (lock) work();
    return lock !== null;
  });
}
