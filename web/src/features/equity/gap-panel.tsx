import { Stack, Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { gapOf } from './gap';
import { gapInWords } from './gap-words';
import type { Comparison } from './queries';

const words = texts.equity;

/** The finding in a sentence: difference and ratio, with the counts behind them. */
export function GapPanel({ comparison: { groups, figure, dimension } }: { comparison: Comparison }) {
  const gap = gapOf(groups);
  return (
    <Panel title={words.gapTitle}>
      <Stack gap="xs" maw={760}>
        <Text fz="lg">{gap ? gapInWords(gap, figure, dimension) : words.noGap}</Text>
        {gap?.few && <Text>{words.fewInGap}</Text>}
        <Text size="sm" c="dimmed">
          {words.reading}
        </Text>
      </Stack>
    </Panel>
  );
}
