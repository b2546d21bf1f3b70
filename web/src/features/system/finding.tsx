import { Group, Text } from '@mantine/core';
import type { SystemState } from '../../api/types';
import { StateBadge } from './state-badge';

interface FindingProps {
  title: string;
  state: SystemState;
  sentence: string;
  /** What to do; null where nothing is to be done. */
  help: string | null;
}

/** One thing that was looked at: how it is, and what to do. */
export function Finding({ title, state, sentence, help }: FindingProps) {
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text fw={600} miw={0} style={{ hyphens: 'auto', overflowWrap: 'anywhere' }}>
          {title}
        </Text>
        <StateBadge state={state} />
      </Group>
      <Text size="sm" c="dimmed">
        {sentence}
      </Text>
      {help !== null && (
        <Text size="sm" mt={4}>
          {help}
        </Text>
      )}
    </li>
  );
}
