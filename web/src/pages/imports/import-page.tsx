import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { asProblem } from '../../api/problem';
import type { Import } from '../../api/types';
import { Committing, Decision } from '../../features/imports/decision';
import { MappingPanel } from '../../features/imports/mapping-panel';
import { OutcomeTiles } from '../../features/imports/outcome-tiles';
import { startPath } from '../../features/imports/paths';
import { importQuery, kindOf } from '../../features/imports/queries';
import { ResultView } from '../../features/imports/result';
import { RowsPanel } from '../../features/imports/rows-panel';
import { useOutcome } from '../../features/imports/use-outcome';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { wordFor } from '../../texts/de/words';
import { BackLink } from '../../ui/back-link';
import { formatInstant, formatInteger } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.imports.page;
const GONE = 404;

/** One file on its way in: its columns, what would happen, and what has happened. */
export function ImportPage() {
  const { id } = useParams<{ id: string }>();
  const stored = useQuery(importQuery(id));
  if (stored.isError && asProblem(stored.error).status === GONE) return <Gone />;
  return (
    <Stack gap="md" maw={1000}>
      <div>
        {stored.data && (
          <BackLink href={startPath[kindOf(stored.data)]}>{words.back[kindOf(stored.data)]}</BackLink>
        )}
        <PageHeader
          title={stored.data ? (stored.data.fileName ?? texts.imports.list.unnamed) : words.loadingTitle}
          intro={stored.data && introOf(stored.data)}
        />
      </div>
      <QueryView query={stored}>{(found) => <Stage stored={found} />}</QueryView>
    </Stack>
  );
}

function introOf({ rowCount, encoding, delimiter }: Import): string {
  return words.intro(
    formatInteger(rowCount),
    wordFor(texts.imports.encodings, encoding),
    wordFor(texts.imports.delimiters, delimiter),
  );
}

function Stage({ stored }: { stored: Import }) {
  if (stored.result) return <ResultView stored={stored} />;
  if (stored.state === 'committing') {
    return (
      <Panel title={texts.imports.outcome.title}>
        <Committing />
      </Panel>
    );
  }
  return <Draft stored={stored} />;
}

function Draft({ stored }: { stored: Import }) {
  const { outcome, choose } = useOutcome(stored);
  return (
    <>
      <MappingPanel key={stored.version} stored={stored} />
      <Panel title={texts.imports.outcome.title}>
        <Stack gap="lg">
          <OutcomeTiles totals={stored.totals} chosen={outcome} onChoose={choose} />
          <Decision stored={stored} />
        </Stack>
      </Panel>
      <RowsPanel stored={stored} outcome={outcome} />
      <Text size="sm" c="dimmed">
        {words.keptUntil(formatInstant(stored.expiresAt))}
      </Text>
    </>
  );
}

/** Drafts are kept for a day only. */
function Gone() {
  const keeps = hasRole(useSession(), 'coordinator', 'administrator');
  const kind = keeps ? 'institutions' : 'groups';
  return (
    <>
      <PageHeader title={words.loadingTitle} />
      <Empty
        title={words.goneTitle}
        action={
          <Button component={Link} href={startPath[kind]}>
            {words.back[kind]}
          </Button>
        }
      >
        {words.goneText}
      </Empty>
    </>
  );
}
