import { Stack, Text } from '@mantine/core';
import type { QueueState } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInstant, formatInteger } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { StateBadge } from './state-badge';

const words = texts.system.queues;

const COLUMNS: Column<QueueState>[] = [
  { key: 'queue', header: words.queue, primary: true, render: ({ queue }) => words.names[queue] ?? queue },
  { key: 'state', header: words.state, render: ({ state }) => <StateBadge state={state} /> },
  { key: 'waiting', header: words.waiting, numeric: true, render: ({ waiting }) => formatInteger(waiting) },
  { key: 'active', header: words.active, numeric: true, render: ({ active }) => formatInteger(active) },
  { key: 'failed', header: words.failed, numeric: true, render: ({ failed }) => formatInteger(failed) },
  {
    key: 'lastDone',
    header: words.lastDone,
    render: ({ lastDoneAt }) => (lastDoneAt === null ? '–' : formatInstant(lastDoneAt)),
  },
];

/** What is done after the answer and once a day. */
export function QueuesPanel({ queues }: { queues: readonly QueueState[] }) {
  const isStuck = queues.some(({ state }) => state === 'bad');
  const hasGivenUp = queues.some(({ failed }) => failed > 0);
  return (
    <Panel title={words.title}>
      <Stack gap="sm">
        {isStuck && <Text size="sm">{words.stuck}</Text>}
        {hasGivenUp && <Text size="sm">{words.given}</Text>}
        <DataTable caption={words.caption} columns={COLUMNS} rows={queues} rowKey={({ queue }) => queue} />
      </Stack>
    </Panel>
  );
}
