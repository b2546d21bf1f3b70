import { Stack, Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import type { DimensionName, FigureName } from './figures';
import { type EquityGroup, gapOf } from './gap';
import { gapInWords } from './gap-words';

const words = texts.equity;

interface GapPanelProps {
  groups: readonly EquityGroup[];
  figure: FigureName;
  dimension: DimensionName;
}

/** The finding in a sentence: difference and ratio, with the counts behind them. */
export function GapPanel({ groups, figure, dimension }: GapPanelProps) {
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
