import { Anchor, Badge, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Import } from '../../api/types';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { type Column, DataTable } from '../../ui/data-table';
import { formatInstant, formatInteger } from '../../ui/format';
import { PagedView, usePages } from '../../ui/paged';
import { Panel } from '../../ui/panel';
import { Skeletons } from '../../ui/states';
import { importPath } from './paths';
import { type ImportKind, importsKey, readImports } from './queries';

const words = texts.imports.list;

const columns: readonly Column<Import>[] = [
  {
    key: 'file',
    header: words.file,
    primary: true,
    render: ({ id, fileName }) => (
      <Anchor component={Link} inherit fw={600} href={importPath(id)} style={{ overflowWrap: 'anywhere' }}>
        {fileName ?? words.unnamed}
      </Anchor>
    ),
  },
  { key: 'when', header: words.when, render: ({ createdAt }) => formatInstant(createdAt) },
  { key: 'rows', header: words.rows, numeric: true, render: ({ rowCount }) => formatInteger(rowCount) },
  {
    key: 'state',
    header: words.state,
    render: ({ state }) => (
      <Badge variant={state === 'done' ? 'light' : 'default'} tt="none" fw={500}>
        {wordFor(texts.imports.states, state)}
      </Badge>
    ),
  },
];

/** The person's own imports with their state, newest first. */
export function ImportList({ kind }: { kind: ImportKind }) {
  const pages = usePages([...importsKey, kind], (cursor) => readImports(kind, cursor));
  return (
    <Panel title={words.title}>
      <PagedView
        query={pages}
        loading={<Skeletons rows={2} height={40} />}
        empty={<Text c="dimmed">{words.empty}</Text>}
      >
        {(imports) => (
          <DataTable caption={words.title} columns={columns} rows={imports} rowKey={({ id }) => id} />
        )}
      </PagedView>
    </Panel>
  );
}
