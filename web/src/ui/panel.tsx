import { Group, Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface PanelProps {
  title: string;
  /** A button or link beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** One subject of a page, with its heading. */
export function Panel({ title, action, children }: PanelProps) {
  const id = useId();
  return (
    <Paper role="group" aria-labelledby={id} withBorder radius="lg" p={{ base: 'md', sm: 'lg' }}>
      <Group justify="space-between" gap="sm" mb="md">
        <Title order={2} fz="lg" id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Paper>
  );
}
