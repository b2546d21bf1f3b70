import { Group, Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useIsPhone } from './use-is-phone';

interface PanelProps {
  title: string;
  /** A button or link beside the title. */
  action?: ReactNode;
  /** Keeps a small action beside a long title; not on a phone, where the title needs the room. */
  oneLine?: boolean;
  children: ReactNode;
}

/** One subject of a page, with its heading. */
export function Panel({ title, action, oneLine = false, children }: PanelProps) {
  const id = useId();
  const isPhone = useIsPhone();
  return (
    <Paper role="group" aria-labelledby={id} withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <Group justify="space-between" gap="sm" mb="md" wrap={oneLine && !isPhone ? 'nowrap' : 'wrap'}>
        <Title order={2} fz="lg" id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Paper>
  );
}
