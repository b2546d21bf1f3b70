/**
 * Now, in epoch ms with fractions: from one monotonic clock, so that a change of the device's time between start and stop does
 * no harm, and comparable after a reload.
 */
export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}

/** Seconds with hundredths, cut and not rounded up, as a hand stopwatch shows them: 4879 ms → "4,87". */
export function stopwatchText(milliseconds: number): string {
  return (Math.floor(Math.max(0, milliseconds) / 10) / 100).toFixed(2).replace('.', ',');
}

/** What is left of a countdown, in whole seconds: 15 at the start, 0 only when it is over. */
export function secondsLeft(startedAt: number, seconds: number, now: number): number {
  return Math.max(0, Math.min(seconds, Math.ceil(seconds - (now - startedAt) / 1000)));
}

/** 360 → "6:00"; below a minute just the seconds. */
export function remainingText(seconds: number): string {
  if (seconds < 60) return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
