import { Alert, Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { Link } from 'wouter';
import { asProblem } from '../../api/problem';
import type { Import } from '../../api/types';
import { texts } from '../../texts/de';
import { announce } from '../../ui/announce';
import { ConfirmButton } from '../../ui/confirm-button';
import { formatInstant, formatInstantDate, formatInteger } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { useSession } from '../session/session';
import classes from './outcome-tiles.module.css';
import { listPath, startPath, wrongRowsPath } from './paths';
import { kindOf, useUndo } from './queries';

const words = texts.imports.result;
const undoWords = texts.imports.undo;

/** How long the rows of a file are kept after the upload, in ms. */
const ROWS_KEPT = 86_400_000;

type Result = NonNullable<Import['result']>;

/** What a file did, and the way back. */
export function ResultView({ stored }: { stored: Import }) {
  const { result, state, committedAt, undoneAt } = stored;
  const session = useSession();
  if (!result) return null;
  const kind = kindOf(stored);
  return (
    <Stack gap="md">
      <Panel title={words.title}>
        <Stack gap="md">
          {committedAt && <Text>{words.done(formatInstant(committedAt))}</Text>}
          <ResultCounts result={result} />
          {result.skipped > 0 && <SkippedRows stored={stored} />}
          {state === 'undone' && undoneAt && (
            <Alert color="sonne" variant="light" role="status">
              {undoWords.undone(formatInstant(undoneAt))}
            </Alert>
          )}
          <Group gap="sm">
            <Button component={Link} href={listPath(kind, session)}>
              {texts.imports.kinds[kind].toList}
            </Button>
            <Button component={Link} href={startPath[kind]} variant="default">
              {state === 'undone' ? undoWords.uploadAgain : words.uploadNext}
            </Button>
          </Group>
        </Stack>
      </Panel>
      {state === 'done' && <UndoPanel stored={stored} result={result} />}
    </Stack>
  );
}

function ResultCounts({ result }: { result: Result }) {
  const counts = [
    [result.created, words.created],
    [result.changed, words.changed],
    [result.unchanged, words.unchanged],
    [result.skipped, words.skipped],
  ] as const;
  return (
    <SimpleGrid component="ul" cols={{ base: 2, sm: 4 }} m={0} p={0} style={{ listStyle: 'none' }}>
      {counts.map(([count, label]) => (
        <li key={label}>
          <span className={classes.count}>{formatInteger(count)}</span>
          <Text c="dimmed">{label}</Text>
        </li>
      ))}
    </SimpleGrid>
  );
}

function SkippedRows({ stored: { id, createdAt } }: { stored: Import }) {
  if (Date.now() - new Date(createdAt).getTime() > ROWS_KEPT) return null;
  return (
    <Text size="sm">
      {words.skippedText}{' '}
      <Anchor href={wrongRowsPath(id)} download inherit>
        <IconDownload size={16} aria-hidden style={{ verticalAlign: 'text-bottom' }} />{' '}
        {texts.imports.decision.download}
      </Anchor>
    </Text>
  );
}

function UndoPanel({ stored, result }: { stored: Import; result: Result }) {
  const undo = useUndo(stored);
  const nothing = result.created + result.changed === 0;
  // The refusal stays on the page: a message that fades would leave one wondering.
  const tryUndo = () =>
    undo.mutateAsync().then(
      () => announce(undoWords.done),
      () => undefined,
    );
  return (
    <Panel title={undoWords.title}>
      <Stack gap="md">
        <Text>{nothing ? undoWords.nothing : undoWords.text(formatInstantDate(stored.expiresAt))}</Text>
        {undo.isError && (
          <Alert
            role="alert"
            color="red"
            variant="light"
            icon={<IconAlertTriangle aria-hidden />}
            title={undoWords.refused}
          >
            {asProblem(undo.error).message}
          </Alert>
        )}
        {!nothing && (
          <Group>
            <ConfirmButton
              variant="default"
              label={undoWords.button}
              question={undoWords.question}
              text={undoWords.explain(formatInteger(result.created), formatInteger(result.changed))}
              confirmLabel={undoWords.yes}
              onConfirm={tryUndo}
            />
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
