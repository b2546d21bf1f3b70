/*
 * The standard normal distribution, without tables of constants: the power series near the middle (Abramowitz & Stegun 1964, 26.2.11) and
 * Laplace's continued fraction in the tails (26.2.14). The fraction keeps its relative precision there: 1e-11 is right in all its digits.
 */

/** Where the series ends and the fraction begins; both are exact to the last digits there. */
const TAIL = 3;
const FRACTION_TERMS = 100;
/** Φ is 0 or 1 in double precision beyond this. */
const FARTHEST = 39;

/** Probability that a standard normal value is at most `z`. @returns 0 … 1 */
export function normalCdf(z: number): number {
  if (z < -TAIL) return tailBeyond(-z);
  if (z > TAIL) return 1 - tailBeyond(z);
  return 0.5 + seriesAt(z);
}

/**
 * The z whose probability is `p`, by halving an interval: plain, and as exact as `normalCdf` is.
 * @param p 0 < p < 1
 * @throws RangeError outside of it
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`no probability: ${p}`);
  // In the lower half only, where small numbers are told apart.
  if (p > 0.5) return -normalQuantile(1 - p);
  let [low, high] = [-FARTHEST, 0];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Φ(z) − ½ = φ(z) · (z + z³/3 + z⁵/(3·5) + …) */
function seriesAt(z: number): number {
  let [sum, term] = [z, z];
  for (let n = 3; sum + term !== sum; n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return density(z) * sum;
}

/** 1 − Φ(z) = φ(z) / (z + 1/(z + 2/(z + 3/(z + …)))) for z > 0 */
function tailBeyond(z: number): number {
  let fraction = z;
  for (let n = FRACTION_TERMS; n > 0; n -= 1) fraction = z + n / fraction;
  return density(z) / fraction;
}
