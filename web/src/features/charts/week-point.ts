export interface WeekPoint {
  /** Place of the week, from 0. */
  index: number;
  activities: number;
  /** In the same week one year before; null where nobody knows. */
  before: number | null;
  /** The week in words. */
  label: string;
  holiday: boolean;
  /** Not over yet: its number still grows. */
  running: boolean;
}

export interface Band {
  x1: number;
  x2: number;
}

/** Neighbouring holiday weeks make one band, half a week wider on each side than its points. */
export function holidayBands(points: readonly WeekPoint[]): Band[] {
  const bands: Band[] = [];
  for (const { index, holiday } of points) {
    if (!holiday) continue;
    const last = bands.at(-1);
    if (last?.x2 === index - 0.5) last.x2 = index + 0.5;
    else bands.push({ x1: index - 0.5, x2: index + 0.5 });
  }
  return bands;
}
