import { Stack, Text } from '@mantine/core';
import { texts } from '../../texts/de';
import { formatInteger } from '../../ui/format';
import type { ChartColumn } from '../charts/chart-column';
import { ChartPanel } from '../charts/chart-panel';
import { type Dot, DotPlot } from '../charts/dot-plot';
import { countsInWords, type FigureName, FIGURES } from './figures';
import { type EquityGroup, FEW_HOUSES, isShown, rateOf } from './gap';
import type { Comparison } from './queries';
import { ticksFor } from './ticks';

const words = texts.equity;

/** Each group of houses as a dot, and the average of all as a line. */
export function EquityPanel({ comparison }: { comparison: Comparison }) {
  const { figure, dimension, groups, total, definition } = comparison;
  const seen = groups.filter(({ houses }) => houses > 0);
  return (
    <ChartPanel
      title={words.chart(words.figures[figure], words.by[dimension])}
      summary={[definition, dimension in words.only && words.only[dimension as keyof typeof words.only]]
        .filter(Boolean)
        .join(' ')}
      param="chancen"
      isEmpty={seen.length === 0}
      chart={<Picture groups={seen} total={total} figure={figure} />}
      columns={columnsOf(figure, total)}
      rows={seen}
      rowKey={({ key }) => key}
    />
  );
}

interface PictureProps {
  groups: readonly EquityGroup[];
  total: Comparison['total'];
  figure: FigureName;
}

function Picture({ groups, total, figure }: PictureProps) {
  const missing = groups.find(({ value }) => value === null);
  const rates = groups.filter(isShown).map(rateOf);
  return (
    <Stack gap="sm">
      <DotPlot
        dots={groups.map((group) => dotOf(group, figure))}
        mean={
          total.whole === 0
            ? null
            : {
                value: total.part / total.whole,
                words: words.average(countsInWords(figure, total.part, total.whole)),
              }
        }
        ticks={ticksFor(FIGURES[figure].kind, rates)}
        axis={words.figures[figure]}
        legend={[
          { look: 'full', label: words.legend.group },
          ...(groups.some(isFew) ? [{ look: 'hollow' as const, label: words.legend.few }] : []),
          ...(missing ? [{ look: 'square' as const, label: words.legend.missing }] : []),
        ]}
      />
      {missing && <Text size="sm">{missingInWords(missing.houses)}</Text>}
    </Stack>
  );
}

const isFew = ({ houses, value }: EquityGroup): boolean => value !== null && houses < FEW_HOUSES;

const missingInWords = (houses: number): string =>
  houses === 1 ? words.oneMissing : words.missing(formatInteger(houses));

const whyHidden = ({ houses }: EquityGroup): string => (houses === 1 ? words.single : words.none);

function dotOf(group: EquityGroup, figure: FigureName): Dot {
  const { key, title: label, part, whole } = group;
  if (!isShown(group)) {
    return { key, label, value: null, words: whyHidden(group), look: 'hollow' };
  }
  return {
    ...{ key, label, value: rateOf(group), words: countsInWords(figure, part, whole) },
    ...(isFew(group) && { note: words.few }),
    look: group.value === null ? 'square' : isFew(group) ? 'hollow' : 'full',
  };
}

function columnsOf(figure: FigureName, total: Comparison['total']): ChartColumn<EquityGroup>[] {
  const isShare = FIGURES[figure].kind === 'share';
  const average = total.whole === 0 ? null : total.part / total.whole;
  const shown = <T,>(group: EquityGroup, value: T): T | null => (isShown(group) ? value : null);
  return [
    { key: 'title', header: words.group, value: ({ title }) => title },
    { key: 'houses', header: words.houses, value: ({ houses }) => houses },
    {
      key: 'value',
      header: words.figures[figure],
      ...(isShare && { share: true as const }),
      decimals: 1,
      value: (group) => shown(group, rateOf(group)),
      render: (group) =>
        isShown(group) ? (
          <>
            {countsInWords(figure, group.part, group.whole)}
            {isFew(group) && (
              <Text size="sm" c="dimmed">
                {words.few}
              </Text>
            )}
          </>
        ) : (
          whyHidden(group)
        ),
    },
    {
      key: 'difference',
      header: isShare ? words.differencePoints : words.difference,
      decimals: 1,
      value: (group) =>
        average === null ? null : shown(group, (rateOf(group) - average) * (isShare ? 100 : 1)),
    },
  ];
}
