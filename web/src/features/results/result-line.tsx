import { Box, Group, SimpleGrid, Text } from '@mantine/core';
import type { ProfileResult } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { formatInstantDate } from '../../ui/format';
import { PercentileBar } from './percentile-bar';
import { formatPercentile, formatValue, stateInWords, valueWithUnit } from './result-words';

const words = texts.results;

/** One task of a child on a day: value, where it lies, and how it came about. */
export function ResultLine({ result }: { result: ProfileResult }) {
  const { title, value, unit } = result;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={{ base: 4, sm: 'lg' }}>
      <Box>
        <Group justify="space-between" gap="sm" align="baseline">
          <Text fw={600}>{title}</Text>
          <Text fw={value === null ? 400 : 600} c={value === null ? 'dimmed' : undefined} className="numbers">
            {value === null ? stateInWords(result) : valueWithUnit(value, unit)}
          </Text>
        </Group>
        <Trials result={result} />
      </Box>
      <Box>
        <Standing result={result} />
        <Former result={result} />
      </Box>
    </SimpleGrid>
  );
}

function Standing({ result: { score, atCeiling, scoreLacks, unit } }: { result: ProfileResult }) {
  if (score) {
    return (
      <>
        <PercentileBar
          percentile={score.performancePercentile}
          place={score.performanceClass}
          atCeiling={atCeiling}
        />
        <Text size="sm" c="dimmed">
          {score.normTitle}
        </Text>
        {atCeiling && (
          <Text size="sm" c="dimmed">
            {words.ceiling}
          </Text>
        )}
      </>
    );
  }
  if (scoreLacks === null || unit === 'yes_no') return null;
  return (
    <Text size="sm" c="dimmed">
      {wordFor(words.lacks, scoreLacks)}
    </Text>
  );
}

/** "Versuche: Fehlversuch · 80 · 92 (geändert)"; a single one that nothing is said about is the result itself. */
function Trials({ result: { trials, unit } }: { result: ProfileResult }) {
  const tells =
    trials.length > 1 || trials.some(({ valid, confirmed, changed }) => !valid || confirmed || changed);
  if (!tells || unit === 'yes_no') return null;
  const all = trials.map(({ label, value, confirmed, changed }) => {
    const notes = [confirmed && words.profile.confirmed, changed && words.profile.changed].filter(Boolean);
    const shown = value === null ? words.profile.failed : formatValue(value);
    return `${label === null ? '' : `${label}: `}${shown}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
  });
  return (
    <Text size="sm" c="dimmed" className="numbers">
      {`${words.profile.trials}: ${all.join(' · ')}`}
    </Text>
  );
}

/** What the scores were before a correction or a newer norm set. */
function Former({ result: { formerScores, unit } }: { result: ProfileResult }) {
  return formerScores.map(({ value, performancePercentile, replacedAt }) => (
    <Text key={replacedAt} size="sm" c="dimmed" className="numbers">
      {words.profile.former(
        valueWithUnit(value, unit),
        formatPercentile(performancePercentile),
        formatInstantDate(replacedAt),
      )}
    </Text>
  ));
}
