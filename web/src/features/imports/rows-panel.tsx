import { Text } from '@mantine/core';
import type { Import } from '../../api/types';
import { texts } from '../../texts/de';
import { PagedView, usePages } from '../../ui/paged';
import { Panel } from '../../ui/panel';
import { type Outcome, previewKey, readPreview } from './queries';
import { RowList } from './row-list';

const words = texts.imports.rows;

/** The rows of one outcome, page by page. */
export function RowsPanel({ stored, outcome }: { stored: Import; outcome: Outcome }) {
  const pages = usePages(previewKey(stored, outcome), (cursor) => readPreview(stored, outcome, cursor));
  return (
    <Panel title={words.title[outcome]}>
      <PagedView query={pages} empty={<Text c="dimmed">{words.empty[outcome]}</Text>}>
        {(rows) => <RowList label={words.title[outcome]} rows={rows} fields={stored.fields} />}
      </PagedView>
    </Panel>
  );
}
