import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDownload, IconFileUpload } from '@tabler/icons-react';
import { Link } from 'wouter';
import { asProblem, type Problem } from '../../api/problem';
import type { Import } from '../../api/types';
import { texts } from '../../texts/de';
import { ConfirmButton } from '../../ui/confirm-button';
import { formatInteger } from '../../ui/format';
import { FormProblem } from '../../ui/server-form';
import { doingOf } from './counts';
import { startPath, wrongRowsPath } from './paths';
import { kindOf, useCommit } from './queries';

const words = texts.imports.decision;

/** What can be done with a draft: write it, mend it, or nothing at all. */
export function Decision({ stored }: { stored: Import }) {
  const commit = useCommit(stored);
  const { wrong } = stored.totals;
  const doing = doingOf(stored);
  if (commit.isPending) return <Committing />;
  return (
    <Stack gap="md">
      {commit.isError && <Refusal problem={asProblem(commit.error)} />}
      {wrong > 0 && <WrongRows stored={stored} doing={doing} onlyGood={() => commit.mutateAsync(true)} />}
      {wrong === 0 && doing === null && (
        <Alert variant="light" icon={<IconCircleCheck aria-hidden />} title={words.nothingTitle}>
          {words.nothingText}
        </Alert>
      )}
      {wrong === 0 && doing !== null && (
        <Group gap="md">
          <Button size="lg" onClick={() => commit.mutate(false)}>
            {words.commit}
          </Button>
          <Text>{doing}</Text>
        </Group>
      )}
    </Stack>
  );
}

/** There is nothing to count: all is written at once, or nothing. */
export function Committing() {
  return (
    <Stack gap="xs" role="status">
      <Text fw={600}>{words.committing}</Text>
      <Progress value={100} animated striped size="lg" aria-label={words.committing} />
      <Text size="sm" c="dimmed">
        {words.committingText}
      </Text>
    </Stack>
  );
}

function Refusal({ problem }: { problem: Problem }) {
  if (problem.code !== 'preview_outdated') return <FormProblem problem={problem} />;
  return (
    <Alert
      role="alert"
      color="sonne"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={words.outdated}
    >
      {problem.message}
    </Alert>
  );
}

function Unassigned({ wrong }: { wrong: string }) {
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={words.wrongTitle(wrong)}
    >
      {words.unassigned}
    </Alert>
  );
}

interface WrongRowsProps {
  stored: Import;
  /** What the good rows would do; null if nothing. */
  doing: string | null;
  onlyGood: () => Promise<unknown>;
}

function WrongRows({ stored, doing, onlyGood }: WrongRowsProps) {
  const wrong = formatInteger(stored.totals.wrong);
  // As long as columns are missing, every row is wrong for a reason that lies elsewhere.
  if (stored.missingFields.length > 0 && doing === null) return <Unassigned wrong={wrong} />;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={words.wrongTitle(wrong)}
    >
      <Stack gap="md">
        <Text>{words.wrongText}</Text>
        <Group gap="sm">
          <Button
            component={Link}
            href={startPath[kindOf(stored)]}
            leftSection={<IconFileUpload size={18} aria-hidden />}
          >
            {words.uploadAgain}
          </Button>
          <Button
            component="a"
            href={wrongRowsPath(stored.id)}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {words.download}
          </Button>
        </Group>
        <Text size="sm">{words.downloadText}</Text>
        {doing !== null && (
          <Group>
            <ConfirmButton
              variant="default"
              label={words.onlyGood}
              question={words.onlyGoodQuestion}
              text={words.onlyGoodText(doing, wrong)}
              confirmLabel={words.onlyGood}
              onConfirm={onlyGood}
            />
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
