import { useQuery } from '@tanstack/react-query';
import type { PublicationDetail } from '../../api/types';
import { texts } from '../../texts/de';
import { QueryView } from '../../ui/query-view';
import { ChartPanel } from '../charts/chart-panel';
import { BelowChart, belowColumns, readingLine } from './below-chart';
import { belowOf } from './cells';
import { childrenOf, filterInWords, type MotorFilter } from './motor-filter';
import { ChartLoading } from './chart-loading';
import { cellsQuery } from './queries';

const words = texts.motorSkills;

/** Share below average, task by task in the order of the catalogue: no ranking. */
export function ItemsPanel({ detail, filter }: { detail: PublicationDetail; filter: MotorFilter }) {
  const { wave, tasks } = filter;
  const query = useQuery(
    cellsQuery(detail.id, { block: 'results', scheme: 'region', wave, ...childrenOf(filter) }),
  );
  const chosen = [words.waves[wave], ...filterInWords(filter, detail)].join(' · ');
  return (
    <QueryView query={query} loading={<ChartLoading />}>
      {(cells) => {
        const rows = tasks
          .map(({ id, title }) => ({
            ...{ key: id, label: title },
            below: belowOf(cells, ({ protocolId }) => protocolId === id),
          }))
          .filter(({ below: { whole } }) => whole !== undefined);
        return (
          <ChartPanel
            title={words.below.title}
            summary={`${chosen}. ${words.below.summary}`}
            param="aufgaben"
            chart={<BelowChart rows={rows} />}
            foot={readingLine}
            nothing={words.below.nothing}
            columns={belowColumns(words.item)}
            rows={rows}
            rowKey={({ key }) => key}
          />
        );
      }}
    </QueryView>
  );
}
