/** Bounds between which the mean probably lies. */
export interface Interval {
  low: number;
  high: number;
}

export interface Sample {
  n: number;
  mean: number;
  /** Standard deviation of the sample, with n − 1. */
  sd: number;
}

const CONFIDENCE = 0.95;
/** Halvings after which a double has no digits left to improve. */
const HALVINGS = 60;

/**
 * The 95 % interval of a mean: mean ± t · SD / √n, with Student's t of n − 1 degrees of freedom (Student 1908, "The Probable Error of a Mean").
 * @returns null for fewer than two values: one alone says nothing about how far they spread
 */
export function meanInterval({ n, mean, sd }: Sample): Interval | null {
  if (n < 2) return null;
  const margin = (tQuantile(n - 1) * sd) / Math.sqrt(n);
  return { low: mean - margin, high: mean + margin };
}

/**
 * The t that a share of 95 % of Student's distribution does not exceed in size (two-sided, so the 97.5 % quantile), for whole degrees of
 * freedom ≥ 1. Found by halving: the probability grows with the angle.
 */
export function tQuantile(degrees: number): number {
  let [low, high] = [0, Math.PI / 2];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (centralProbability(middle, degrees) < CONFIDENCE) low = middle;
    else high = middle;
  }
  return Math.sqrt(degrees) * Math.tan(low);
}

/**
 * P(|T| ≤ t) for t = √ν · tan θ, in closed form: Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.7.3 (odd ν) and 26.7.4
 * (even ν).
 */
function centralProbability(theta: number, degrees: number): number {
  const isOdd = degrees % 2 === 1;
  const squared = Math.cos(theta) ** 2;
  let term = isOdd ? Math.cos(theta) : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < degrees; k += 2) {
    term *= squared * ((k - 1) / k);
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
}
