import { Button, Text } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { useAddress } from '../../ui/use-address';

const words = texts.overview.charts;

interface ChartPanelProps {
  title: string;
  /** What the picture shows, in a sentence. */
  summary?: string;
  /** Parameter of the address that remembers "as a table". */
  param: string;
  chart: ReactNode;
  /** The same numbers. */
  table: ReactNode;
  isEmpty: boolean;
}

const TABLE = 'tabelle';

/** A chart that can be read as a table as well. */
export function ChartPanel({ title, summary, param, chart, table, isEmpty }: ChartPanelProps) {
  const address = useAddress();
  const asTable = address.get(param) === TABLE;
  const Icon = asTable ? IconChartBar : IconTable;
  if (isEmpty) {
    return (
      <Panel title={title}>
        <Text c="dimmed">{words.noData}</Text>
      </Panel>
    );
  }
  return (
    <Panel
      title={title}
      oneLine
      action={
        <Button
          className="no-print"
          variant="subtle"
          size="compact-sm"
          mih={32}
          flex="none"
          leftSection={<Icon size={16} aria-hidden />}
          aria-label={`${title}: ${asTable ? words.asChart : words.asTable}`}
          onClick={() => address.set({ [param]: asTable ? null : TABLE }, { replace: true })}
        >
          {asTable ? words.asChart : words.asTable}
        </Button>
      }
    >
      {summary && (
        <Text size="sm" c="dimmed" mb="md">
          {summary}
        </Text>
      )}
      {asTable ? table : chart}
    </Panel>
  );
}
