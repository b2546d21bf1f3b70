import { Text } from '@mantine/core';
import type { DatabaseFacts, Versions } from '../../api/types';
import { texts } from '../../texts/de';
import { type Column, DataTable } from '../../ui/data-table';
import { Fact, Facts } from '../../ui/facts';
import { formatInstant, formatInteger } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { formatBytes } from './format-bytes';

const words = texts.system;

export function VersionsPanel({ versions }: { versions: Versions }) {
  const { product, schema, postgres, node, startedAt } = versions;
  return (
    <Panel title={words.versions.title}>
      <Facts>
        <Fact term={words.versions.product}>{product}</Fact>
        <Fact term={words.versions.schema}>
          <span style={{ overflowWrap: 'anywhere' }}>{schema}</span>
        </Fact>
        <Fact term={words.versions.postgres}>{postgres}</Fact>
        <Fact term={words.versions.node}>{node}</Fact>
        <Fact term={words.versions.startedAt}>{formatInstant(startedAt)}</Fact>
      </Facts>
    </Panel>
  );
}

const COLUMNS: Column<DatabaseFacts['tables'][number]>[] = [
  { key: 'name', header: words.database.table, primary: true, render: ({ name }) => name },
  { key: 'bytes', header: words.database.size, numeric: true, render: ({ bytes }) => formatBytes(bytes) },
  { key: 'rows', header: words.database.rows, numeric: true, render: ({ rows }) => formatInteger(rows) },
];

export function DatabasePanel({ database: { bytes, freeBytes, builtIn } }: { database: DatabaseFacts }) {
  return (
    <Panel title={words.database.title}>
      <Facts>
        <Fact term={words.database.size}>{formatBytes(bytes)}</Fact>
        <Fact term={words.database.free}>{freeBytes !== null && formatBytes(freeBytes)}</Fact>
        <Fact term={words.database.kind}>{builtIn ? words.database.builtIn : words.database.external}</Fact>
      </Facts>
    </Panel>
  );
}

export function TablesPanel({ database: { tables } }: { database: DatabaseFacts }) {
  return (
    <Panel title={words.database.tables}>
      {tables.length === 0 ? (
        <Text c="dimmed">{words.database.noTables}</Text>
      ) : (
        <DataTable
          caption={words.database.caption}
          columns={COLUMNS}
          rows={tables}
          rowKey={({ name }) => name}
          minWidth={320}
        />
      )}
    </Panel>
  );
}
