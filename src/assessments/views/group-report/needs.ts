/** Share that the norm expects below average: two fifths. */
export const EXPECTED_BELOW_AVERAGE = 0.4;

/** How many children of those compared with the norm are in each class, from far below average to far above. */
export interface ClassCounts {
  itemCode: string;
  scored: number;
  classes: readonly number[];
}

/** Share below average (the two lower classes: performance percentile < 40), 0 to 1; null if nobody was scored. */
export function belowAverage({ scored, classes }: Omit<ClassCounts, 'itemCode'>): number | null {
  const [first = 0, second = 0] = classes;
  return scored === 0 ? null : (first + second) / scored;
}

/** Tasks that more children find hard than the norm expects, the hardest first; as hard ones as they came. */
export function rankNeeds<Item extends ClassCounts>(
  items: readonly Item[],
): (Item & { belowAverage: number })[] {
  return items
    .map((item) => ({ ...item, belowAverage: belowAverage(item) ?? 0 }))
    .filter((item) => item.belowAverage > EXPECTED_BELOW_AVERAGE)
    .sort((a, b) => b.belowAverage - a.belowAverage);
}
