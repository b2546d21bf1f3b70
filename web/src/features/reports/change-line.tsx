import { Group, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { type Figure, changeOf } from './report';

const ICONS = { more: IconArrowUpRight, less: IconArrowDownRight, same: IconEqual } as const;

/** How a figure stands against the year before: arrow, number and words, and no colour that judges. */
export function ChangeLine({ figure }: { figure: Figure }) {
  const change = changeOf(figure);
  if (!change) {
    return (
      <Text size="sm" c="dimmed">
        {texts.reports.noPrevious}
      </Text>
    );
  }
  const Icon = ICONS[change.way];
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <Icon size={18} stroke={2} aria-hidden style={{ flex: 'none', marginTop: 1 }} />
      <Text size="sm" className="numbers">
        {change.words}
      </Text>
    </Group>
  );
}
