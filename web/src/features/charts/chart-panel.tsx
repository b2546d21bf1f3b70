import { Button, Group, Text } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { useAddress } from '../../ui/use-address';
import type { ChartColumn } from './chart-column';
import { ChartTable } from './chart-table';
import { SaveMenu } from './save-menu';

const words = texts.charts;

interface ChartPanelProps<Row> {
  title: string;
  /** What the picture shows, in a sentence. */
  summary?: string;
  /** Parameter of the address that remembers "as a table". */
  param: string;
  chart: ReactNode;
  /** The same numbers: the table and the file. The first column names the row. */
  columns: readonly ChartColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Belongs below chart and table, on the page and in the picture. */
  foot?: ReactNode;
  /** Few narrow columns: the table stays a table on a phone. */
  narrow?: boolean;
  /** What is said where there is nothing. */
  nothing?: string;
  /** Nothing to draw; when there are no rows unless said otherwise. */
  isEmpty?: boolean;
}

const TABLE = 'tabelle';

/** A chart that can be read as a table as well, and taken along as a picture or a file. What it is about says `ChartSource`. */
export function ChartPanel<Row>(props: ChartPanelProps<Row>) {
  const { title, summary, param, chart, columns, rows, rowKey, narrow, foot } = props;
  const drawn = useRef<HTMLDivElement>(null);
  const asTable = useAddress().get(param) === TABLE;
  if (props.isEmpty ?? rows.length === 0) {
    return (
      <Panel title={title}>
        <Text c="dimmed">{props.nothing ?? words.noData}</Text>
      </Panel>
    );
  }
  return (
    <Panel
      title={title}
      oneLine
      action={
        <Group gap={4} wrap="nowrap" flex="none" mx={-10} className="no-print">
          <FormButton title={title} param={param} asTable={asTable} />
          <SaveMenu {...{ title, summary, columns, rows, drawn }} />
        </Group>
      }
    >
      {summary && (
        <Text size="sm" c="dimmed" mb="md">
          {summary}
        </Text>
      )}
      <div ref={drawn}>
        {asTable ? <ChartTable caption={title} {...{ columns, rows, rowKey, narrow }} /> : chart}
        {foot && (
          <Text component="div" size="xs" c="dimmed" mt="sm">
            {foot}
          </Text>
        )}
      </div>
    </Panel>
  );
}

function FormButton({ title, param, asTable }: { title: string; param: string; asTable: boolean }) {
  const address = useAddress();
  const Icon = asTable ? IconChartBar : IconTable;
  const label = asTable ? words.asChart : words.asTable;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      mih={32}
      flex="none"
      leftSection={<Icon size={16} aria-hidden />}
      aria-label={`${title}: ${label}`}
      onClick={() => address.set({ [param]: asTable ? null : TABLE }, { replace: true })}
    >
      {label}
    </Button>
  );
}
