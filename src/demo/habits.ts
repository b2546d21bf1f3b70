import type { InstitutionKind } from '../institutions/vocabulary.js';
import type { FocusArea } from './demo-rows.js';
import type { Random, Weighted } from './random.js';
import type { SummerClosing } from './rhythm.js';

/** How a house goes about it; differs from house to house, so that no two look alike. */
export interface Habits {
  /** Share of ordinary days on which an ordinary group notes an activity. */
  pace: number;
  /** ISO weekday (1 = Monday) of the house's movement day. */
  movementDay: number;
  closing: SummerClosing;
  focus: Weighted<FocusArea>;
  minutes: Weighted<number>;
  /** How often the optional fields are filled in. */
  tellsPlace: number;
  tellsAdults: number;
  tellsNote: number;
  /** Share of entries made on the day itself. */
  prompt: number;
  /** Share of weeks in which anybody gets round to noting something. */
  regular: number;
  /** Share of weeks that are noted late, all at once. */
  late: number;
}

const USUAL_PACE: Readonly<Record<InstitutionKind, number>> = { kita: 0.53, school: 0.26 };
/** A third of the houses hardly ever leaves out a week, most do now and then, a few often. */
const REGULAR: Weighted<readonly [number, number]> = [
  [[0.96, 1], 36],
  [[0.65, 0.96], 50],
  [[0.4, 0.6], 14],
];
/** Some are never late and some nearly every other week: of the product of two draws most are small. */
const LATEST = 0.95;
const FOCUS: Readonly<Record<InstitutionKind, Weighted<FocusArea>>> = {
  kita: [
    ['health_promotion', 38],
    ['active_learning', 24],
    ['fairplay_teamwork', 19],
    ['inclusion_paralympics', 9],
    ['global_learning', 10],
  ],
  school: [
    ['health_promotion', 21],
    ['active_learning', 36],
    ['fairplay_teamwork', 25],
    ['inclusion_paralympics', 9],
    ['global_learning', 9],
  ],
};
const MINUTES: Readonly<Record<InstitutionKind, Weighted<number>>> = {
  kita: [
    [10, 6],
    [15, 15],
    [20, 22],
    [30, 30],
    [40, 8],
    [45, 11],
    [60, 7],
    [90, 1],
  ],
  school: [
    [5, 8],
    [10, 16],
    [15, 17],
    [20, 13],
    [30, 10],
    [45, 27],
    [60, 3],
    [90, 6],
  ],
};

/** In the example house there is something to see in every field. */
const EXAMPLE: Partial<Habits> = {
  pace: USUAL_PACE.kita,
  focus: FOCUS.kita,
  minutes: MINUTES.kita,
  tellsPlace: 0.9,
  tellsAdults: 0.8,
  tellsNote: 0.4,
  regular: 0.95,
  late: 0.1,
};

export function makeHabits(random: Random, kind: InstitutionKind, example: boolean): Habits {
  return {
    // The mean of two draws: most houses are ordinary, few are very busy or very sparing.
    pace: USUAL_PACE[kind] * (0.4 + 0.6 * (random.unit() + random.unit())),
    movementDay: random.integer(1, 5),
    closing: random.chance(0.5) ? 'first' : 'last',
    focus: skewed(random, FOCUS[kind], 0.3),
    minutes: skewed(random, MINUTES[kind], 0.4),
    tellsPlace: random.between(0.4, 0.95),
    tellsAdults: random.between(0.2, 0.9),
    tellsNote: random.between(0, 0.25),
    prompt: random.between(0.55, 0.9),
    ...weekly(random.branch('weeks')),
    ...(example && EXAMPLE),
  };
}

function weekly(random: Random): Pick<Habits, 'regular' | 'late'> {
  const regular = random.between(...random.weighted(REGULAR));
  return { regular, late: LATEST * random.unit() * random.unit() };
}

/** The usual weights, each made up to `1/least` times stronger or weaker by the house's taste. */
function skewed<T>(random: Random, usual: Weighted<T>, least: number): Weighted<T> {
  return usual.map(([choice, weight]) => [choice, weight * random.between(least, 2 - least)] as const);
}
