import { Text } from '@mantine/core';
import type { ReportedItem } from '../../api/types';
import { texts } from '../../texts/de';
import { formatPercent } from '../../ui/format';
import classes from './class-bars.module.css';

const words = texts.results.report;
/** Ends of the norm's fifths, in percent. */
const EXPECTED = [20, 40, 60, 80];

/** How the children of a test day are spread over the five classes, task by task; the dashes are what the norm expects. */
export function ClassBars({ items }: { items: readonly ReportedItem[] }) {
  return (
    <>
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item.protocolId}>
            <div className={classes.words}>
              <Text span fw={600}>
                {item.title}
              </Text>
              <Text span size="sm" className="numbers">
                {standingOf(item)}
              </Text>
            </div>
            {item.scored > 0 && <Bar item={item} />}
            <Rest item={item} />
          </li>
        ))}
      </ul>
      <Legend />
    </>
  );
}

/** "3 unter dem Durchschnitt (60 %; erwartet 40 %)" */
function standingOf({ done, scored, classes: counts, belowAverage }: ReportedItem): string {
  if (belowAverage === null) return done === 0 ? words.noResult : words.noNorm(done);
  const [first = 0, second = 0] = counts;
  return `${words.scored(scored)}, ${words.below(first + second, formatPercent(belowAverage))}`;
}

function Bar({ item: { scored, classes: counts } }: { item: ReportedItem }) {
  return (
    <div className={classes.bar} aria-hidden>
      {counts.map(
        (count, index) =>
          count > 0 && (
            <div
              key={index}
              className={classes.part}
              data-place={index + 1}
              style={{ flex: `${count} 1 0`, maxWidth: `${(count / scored) * 100}%` }}
            >
              {count}
            </div>
          ),
      )}
      {EXPECTED.map((end) => (
        <span key={end} className={classes.expected} style={{ left: `${end}%` }} />
      ))}
    </div>
  );
}

/** What is in no class. */
function Rest({ item: { notDone, invalid, open } }: { item: ReportedItem }) {
  const rest = [
    ...(notDone > 0 ? [words.also.notDone(notDone)] : []),
    ...(invalid > 0 ? [words.also.invalid(invalid)] : []),
    ...(open > 0 ? [words.also.open(open)] : []),
  ];
  if (rest.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" mt={4} className="numbers">
      {rest.join(' · ')}
    </Text>
  );
}

function Legend() {
  return (
    <ul className={classes.legend}>
      {texts.results.classes.map((word, index) => (
        <li key={word} className={classes.entry}>
          <span className={classes.swatch} data-place={index + 1} aria-hidden />
          {word}
        </li>
      ))}
    </ul>
  );
}
