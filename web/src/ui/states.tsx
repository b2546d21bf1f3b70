import { Alert, Button, Paper, Skeleton, Stack, Text, ThemeIcon, Title, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconSeedling } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';
import { texts } from '../texts/de';
import { NeedsNetwork } from './needs-network';

interface SkeletonsProps {
  rows?: number;
  /** Height of a row in px; near the real one, so that nothing jumps. */
  height?: number;
}

/** Loading: grey places where the content will be. */
export function Skeletons({ rows = 4, height = 64 }: SkeletonsProps) {
  return (
    <Stack gap="sm" role="status" aria-busy="true">
      <VisuallyHidden>{texts.common.loading}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}

interface EmptyProps {
  title: string;
  /** What to do now. */
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}

/** Empty: says so in a friendly way, and what to do. */
export function Empty({ title, children, action, icon }: EmptyProps) {
  return (
    <Paper p="xl" radius="lg" withBorder>
      <Stack align="center" gap="sm" ta="center" py="md">
        <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
          {icon ?? <IconSeedling size={30} stroke={1.6} />}
        </ThemeIcon>
        <Title order={2} fz="lg">
          {title}
        </Title>
        {children && (
          <Text c="dimmed" maw={420}>
            {children}
          </Text>
        )}
        {action}
      </Stack>
    </Paper>
  );
}

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
}

/** Error: what happened, a button to try again, and the id to quote when asking for help. Without an answer: that it needs the network. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const problem = asProblem(error);
  if (problem.code === 'unreachable') return <NeedsNetwork onRetry={onRetry} />;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      radius="lg"
      p="lg"
      icon={<IconAlertTriangle aria-hidden />}
      title={texts.common.errorTitle}
    >
      <Stack align="flex-start" gap="sm">
        <Text>{problem.message}</Text>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {texts.common.tryAgain}
          </Button>
        )}
        <RequestId id={problem.requestId} />
      </Stack>
    </Alert>
  );
}

/** Small print for questions to the people who run the server. */
export function RequestId({ id }: { id: string | undefined }) {
  if (!id) return null;
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {texts.common.requestId(id)}
    </Text>
  );
}
