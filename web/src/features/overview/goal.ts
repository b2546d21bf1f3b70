import { texts } from '../../texts/de';
import { formatInteger, formatShare } from '../../ui/format';

const words = texts.overview.goals;

/** A number that the city wants to reach; null: it has set none. */
export interface Goal {
  wanted: number | null;
  reached: number;
  /** "Einrichtungen" */
  unit: string;
}

export interface Progress {
  /** 0…1, for the length of the bar. */
  share: number;
  /** "Ziel: 80 Einrichtungen, zu 60 % erreicht" */
  words: string;
}

/** How far a goal is reached; null without one. Who is above it is told so, and the bar is full. */
export function progressOf({ wanted, reached, unit }: Goal): Progress | null {
  if (wanted === null) return null;
  const goal = words.goal(formatInteger(wanted), unit);
  if (reached >= wanted) return { share: 1, words: words.done(goal) };
  return { share: reached / wanted, words: words.progress(goal, formatShare(reached, wanted)) };
}
