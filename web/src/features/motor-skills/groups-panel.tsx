import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PublicationDetail, PublishedCell } from '../../api/types';
import { texts } from '../../texts/de';
import { AddressSelect } from '../../ui/filter-bar';
import { QueryView } from '../../ui/query-view';
import { useAddress } from '../../ui/use-address';
import { ChartPanel } from '../charts/chart-panel';
import { choiceOf, optionsOf } from '../institutions/catalogue';
import { BelowChart, belowColumns, type BelowRow, readingLine } from './below-chart';
import { belowOf } from './cells';
import { type Dimension, dimensionOf } from './dimensions';
import { type MotorFilter, motorParams } from './motor-filter';
import { ChartLoading } from './chart-loading';
import { cellsQuery } from './queries';

const words = texts.motorSkills;

interface GroupsPanelProps {
  detail: PublicationDetail;
  filter: MotorFilter;
  task: NonNullable<MotorFilter['task']>;
}

/** One task, by groups of children in an order of their own: no ranking. */
export function GroupsPanel({ detail, filter, task }: GroupsPanelProps) {
  const name = choiceOf(words.groups.dimensions, useAddress().get(motorParams.dimension)) ?? 'region';
  const dimension = dimensionOf(name, filter, detail);
  const query = useQuery(
    cellsQuery(detail.id, {
      ...{ block: 'results', protocolId: task.id, wave: filter.wave },
      ...dimension.filter,
    }),
  );
  const said = [words.groups.summary(words.waves[filter.wave]), words.groups.notes[name], words.groups.order];
  return (
    <Stack gap="sm">
      <GroupChoices filter={filter} />
      <QueryView query={query} loading={<ChartLoading />}>
        {(cells) => (
          <ChartPanel
            title={words.groups.title(task.title, words.groups.by[name])}
            summary={said.filter(Boolean).join(' ')}
            param="gruppen"
            chart={<BelowChart rows={rowsOf(cells, dimension)} />}
            foot={readingLine}
            nothing={words.below.nothing}
            columns={belowColumns(words.groups.group)}
            rows={rowsOf(cells, dimension)}
            rowKey={({ key }) => key}
          />
        )}
      </QueryView>
    </Stack>
  );
}

function rowsOf(cells: readonly PublishedCell[], { groups, keyOf }: Dimension): BelowRow[] {
  const rows = groups.map(({ key, label }) => ({
    ...{ key, label },
    below: belowOf(cells, (cell) => keyOf(cell) === key),
  }));
  const all = belowOf(cells, (cell) => keyOf(cell) === null);
  return [...rows, { key: '', label: words.groups.all, below: all }].filter(
    ({ below: { whole } }) => whole !== undefined,
  );
}

function GroupChoices({ filter }: { filter: MotorFilter }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" maw={720} className="no-print">
      <AddressSelect
        label={words.item}
        param={motorParams.item}
        options={filter.tasks.map(({ id, title }) => ({ value: id, label: title }))}
        fallback={filter.tasks[0]?.id}
      />
      <AddressSelect
        label={words.groups.dimension}
        param={motorParams.dimension}
        options={optionsOf(words.groups.dimensions)}
        fallback="region"
      />
    </SimpleGrid>
  );
}
