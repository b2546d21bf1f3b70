import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PublicationDetail } from '../../api/types';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import type { ChartColumn } from '../charts/chart-column';
import { ChartPanel } from '../charts/chart-panel';
import { labelColumn, readingLine } from './below-chart';
import { changeInWords, countInFile } from './cells';
import { CountOf } from './cell-words';
import { ChangeBars } from './change-bars';
import { type Changed, changesOf } from './changes';
import { childrenOf, filterInWords, type MotorFilter } from './motor-filter';
import { ChartLoading } from './chart-loading';
import { cellsQuery } from './queries';

const words = texts.motorSkills.change;

/** The same children before and after; says nothing about causes. */
export function ChangePanel({ detail, filter }: { detail: PublicationDetail; filter: MotorFilter }) {
  const query = useQuery(cellsQuery(detail.id, { block: 'paired', scheme: 'region', ...childrenOf(filter) }));
  const chosen = filterInWords(filter, detail);
  return (
    <QueryView query={query} loading={<ChartLoading />}>
      {(cells) => {
        const changes = changesOf(cells, filter.tasks);
        if (changes.length === 0) {
          return (
            <Panel title={words.title}>
              <Text c="dimmed">{words.nothing}</Text>
            </Panel>
          );
        }
        const hasLost = changes.some(({ lost }) => lost !== undefined);
        return (
          <ChartPanel
            title={words.title}
            summary={[chosen.length > 0 && `${chosen.join(' · ')}.`, words.summary].filter(Boolean).join(' ')}
            param="veraenderung"
            chart={<ChangeBars changes={changes} />}
            foot={
              <>
                <Text size="sm" c="var(--mantine-color-text)" mb={4}>
                  {words.noEffect}
                </Text>
                {[readingLine, ...(hasLost ? [] : [words.lostWhere])].join(' ')}
              </>
            }
            columns={COLUMNS}
            rows={changes}
            rowKey={({ key }) => key}
          />
        );
      }}
    </QueryView>
  );
}

const counted = (key: 'all' | 'lost' | 'up' | 'same' | 'down', header: string): ChartColumn<Changed> => ({
  ...{ key, header },
  value: (change) => countInFile(change[key]),
  render: (change) => <CountOf cell={change[key]} />,
});

const changed = (key: 'meanDelta' | 'meanLow' | 'meanHigh', header: string): ChartColumn<Changed> => ({
  ...{ key, header, decimals: 1 },
  value: ({ all }) => all?.[key] ?? null,
  render: ({ all }) => {
    const change = all?.[key] ?? null;
    return change === null ? texts.common.none : changeInWords(change);
  },
});

const { columns } = words;
const COLUMNS: readonly ChartColumn<Changed>[] = [
  { key: 'item', header: columns.item, value: ({ title }) => title },
  changed('meanDelta', columns.mean),
  changed('meanLow', columns.low),
  changed('meanHigh', columns.high),
  counted('all', columns.paired),
  counted('lost', columns.lost),
  ...(['up', 'same', 'down'] as const).map((step) => counted(step, columns[step])),
  labelColumn<Changed>(),
];
