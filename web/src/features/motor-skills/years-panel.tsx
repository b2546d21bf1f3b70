import { Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { Publication } from '../../api/types';
import { texts } from '../../texts/de';
import { ErrorState } from '../../ui/states';
import { ChartPanel } from '../charts/chart-panel';
import { BelowChart, belowColumns, readingLine } from './below-chart';
import { belowOf } from './cells';
import { ChartLoading } from './chart-loading';
import { childrenOf, type MotorFilter } from './motor-filter';
import { cellsQuery } from './queries';

const words = texts.motorSkills;

interface YearsPanelProps {
  /** Of the municipality; the latest revision of each period is shown. */
  published: readonly Publication[];
  filter: MotorFilter;
  task: NonNullable<MotorFilter['task']>;
}

/** One task over the years, in the whole city: regions may be merged in another way every year. */
export function YearsPanel({ published, filter, task }: YearsPanelProps) {
  const periods = published.filter(({ latest }) => latest).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const { wave } = filter;
  const asked = { block: 'results', scheme: 'region', wave, ...childrenOf(filter), place: 'all' } as const;
  const answers = useQueries({ queries: periods.map(({ id }) => cellsQuery(id, asked)) });
  const failed = answers.find(({ isError }) => isError);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (answers.some(({ isPending }) => isPending)) return <ChartLoading />;
  const rows = periods
    .map(({ id, title }, i) => ({
      ...{ key: id, label: title },
      below: belowOf(answers[i]?.data ?? [], ({ protocolId }) => protocolId === task.id),
    }))
    .filter(({ below: { whole } }) => whole !== undefined);
  return (
    <ChartPanel
      title={words.years.title(task.title)}
      summary={words.years.summary(words.waves[wave])}
      param="jahre"
      chart={
        <>
          <BelowChart rows={rows} />
          {periods.length === 1 && (
            <Text size="sm" mt="sm">
              {words.years.one}
            </Text>
          )}
        </>
      }
      foot={readingLine}
      nothing={words.below.nothing}
      columns={belowColumns(words.years.period)}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}
