import { insiderFigure } from '../dist/src/reporting/publication/proof/insider.js';
import { CITY, makeTown } from '../dist/src/reporting/publication/proof/town.js';
import { auditPublication } from '../dist/src/reporting/publication/compute-publication.js';
import { exactShareInHidden } from '../dist/src/reporting/publication/summary.js';

/**
 * How long publishing a school year takes, what it hides, and what an insider may find out, for invented cities:
 * `npm run build:server && node benchmarks/publication.mjs [city …]`. The figures of docs/data-protection.md come from here.
 */
const CITIES = {
  kitas: CITY,
  // Like the demo: of 66 Kitas and 21 schools a third tests, most of them in two waves.
  mixed: { ...CITY, kitas: 66, schools: 21, testing: 0.35, items: 4, waves: 2 },
  large: { ...CITY, children: 6000, kitas: 56, schools: 19 },
};

for (const name of process.argv.length > 2 ? process.argv.slice(2) : ['kitas', 'mixed']) await measure(name);

async function measure(name) {
  const plan = CITIES[name];
  if (!plan) throw new Error(`No city ${name}: ${Object.keys(CITIES).join(', ')}`);
  const town = makeTown(plan);
  console.log(`\n${name}: ${JSON.stringify(plan)}`);
  const started = performance.now();
  const input = { ...town, earlier: [], timeLimitSeconds: 1800 };
  const { frame, seconds } = await auditPublication(input, () => undefined);
  const whole = (performance.now() - started) / 1000;
  const numbers = (test) => frame.numbers.filter(test).length;
  console.table({
    'seconds, all': whole.toFixed(1),
    tables: frame.cubes.length,
    'seconds, mean of a table': (seconds.reduce((a, b) => a + b, 0) / seconds.length).toFixed(2),
    'seconds, slowest table': Math.max(...seconds).toFixed(1),
    'memory, MB': Math.round(process.memoryUsage.rss() / 1e6),
    'numbers rounded': numbers((each) => each.hidden === null && each.shown !== null),
    'numbers to 7': numbers((each) => each.hidden === null && each.shown === null),
    'hidden, too small nearby': numbers((each) => each.hidden === 'too_small_nearby'),
    'hidden, too few houses': numbers((each) => each.hidden === 'too_few_houses'),
    'children in hidden cells': `${(exactShareInHidden(frame) * 100).toFixed(2)} %`,
  });
  reportInsiders(frame, town);
}

function reportInsiders(frame, { houses, rows }) {
  const figures = houses.map(({ house }) =>
    insiderFigure(
      frame,
      rows.filter((row) => row.house === house),
    ),
  );
  const shares = figures
    .map(({ small, narrowed }) => (small === 0 ? 0 : narrowed / small))
    .sort((a, b) => a - b);
  const sum = (key) => figures.reduce((total, figure) => total + figure[key], 0);
  console.table({
    'insiders (houses)': figures.length,
    'small numbers of others, mean': (sum('small') / figures.length).toFixed(1),
    'of these narrowed, mean': (sum('narrowed') / figures.length).toFixed(1),
    'share narrowed, all': `${((sum('narrowed') / Math.max(sum('small'), 1)) * 100).toFixed(1)} %`,
    'share narrowed, worst house': `${((shares.at(-1) ?? 0) * 100).toFixed(1)} %`,
  });
}
