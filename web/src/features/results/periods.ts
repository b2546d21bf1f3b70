import type { DateString } from '../../ui/format';
import { texts } from '../../texts/de';

/** A window in which tests are compared: September to November, or April to June. */
export interface Season {
  /** For the address: "2026-herbst". */
  key: string;
  label: string;
  from: DateString;
  to: DateString;
}

/** How many windows can be chosen from. */
const SEASONS = 8;

const words = texts.results.change;

/** The windows that have begun, the latest first. */
export function seasonsUntil(today: DateString): Season[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: SEASONS }, (_, back) => year - back)
    .flatMap((of) => [autumnOf(of), springOf(of)])
    .filter(({ from }) => from <= today)
    .slice(0, SEASONS);
}

/** The latest spring with the autumn before it: one Kita or school year, from its first to its last test. */
export function usualSeasons(seasons: readonly Season[]): { before: Season; after: Season } | null {
  const spring = seasons.findIndex(({ key }) => key.endsWith(SPRING));
  const [after, before] = [seasons[spring], seasons[spring + 1]];
  return before && after ? { before, after } : null;
}

const [AUTUMN, SPRING] = ['herbst', 'fruehjahr'];

function autumnOf(year: number): Season {
  return { key: `${year}-${AUTUMN}`, label: words.autumn(year), from: `${year}-09-01`, to: `${year}-11-30` };
}

function springOf(year: number): Season {
  return { key: `${year}-${SPRING}`, label: words.spring(year), from: `${year}-04-01`, to: `${year}-06-30` };
}
