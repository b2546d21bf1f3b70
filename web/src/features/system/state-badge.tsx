import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconEye } from '@tabler/icons-react';
import type { SystemState } from '../../api/types';
import { texts } from '../../texts/de';

const LOOKS = {
  ok: { color: 'wiese', icon: IconCheck },
  attention: { color: 'sonne', icon: IconEye },
  bad: { color: 'red', icon: IconAlertTriangle },
} as const;

/** A state in a word and with a sign, not by its colour alone. */
export function StateBadge({ state }: { state: SystemState }) {
  const { color, icon: Icon } = LOOKS[state];
  return (
    <Badge
      variant="light"
      color={color}
      tt="none"
      fw={600}
      miw="max-content"
      leftSection={<Icon size={14} aria-hidden />}
    >
      {texts.system.states[state]}
    </Badge>
  );
}
