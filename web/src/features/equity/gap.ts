/** A group of houses with its figure as part and whole. */
export interface EquityGroup {
  key: string;
  title: string;
  /** Of the dimension; null: houses that have none. */
  value: string | null;
  /** How many houses the figure is about. */
  houses: number;
  part: number;
  whole: number;
}

export interface Gap {
  least: EquityGroup;
  most: EquityGroup;
  /** One of the two is a group of few houses. */
  few: boolean;
}

/** Below it a single house moves the figure of its group a lot. */
export const FEW_HOUSES = 5;

/** A group of one would be the figure of a single house. */
export const isShown = ({ houses, whole }: EquityGroup): boolean => houses > 1 && whole > 0;

/** Part of the whole; only for groups that are shown. */
export const rateOf = ({ part, whole }: EquityGroup): number => part / whole;

/**
 * The group reached least and the one reached most. Groups of few houses only where there are no two larger ones: chance alone makes
 * them the extremes.
 */
export function gapOf(groups: readonly EquityGroup[]): Gap | null {
  const known = groups.filter((group) => group.value !== null && isShown(group));
  const large = known.filter(({ houses }) => houses >= FEW_HOUSES);
  const compared = (large.length > 1 ? large : known).toSorted((a, b) => rateOf(a) - rateOf(b));
  const [least] = compared;
  const most = compared.at(-1);
  if (!least || !most || least === most) return null;
  return { least, most, few: Math.min(least.houses, most.houses) < FEW_HOUSES };
}
