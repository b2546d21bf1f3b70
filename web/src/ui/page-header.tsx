import { Box, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { texts } from '../texts/de';

interface PageHeaderProps {
  title: string;
  /** One or two sentences below the title. */
  intro?: ReactNode;
  /** The page's main action, at the right on wide screens. */
  action?: ReactNode;
}

/** The one h1 of a page; also names the browser tab. */
export function PageHeader({ title, intro, action }: PageHeaderProps) {
  useDocumentTitle(texts.common.pageTitle(title));
  return (
    <Group justify="space-between" align="flex-end" gap="md" mb="lg">
      <Box maw={640} flex="1 1 300px">
        <Title order={1} fz={{ base: 26, sm: 32 }} lh={1.2}>
          {title}
        </Title>
        {intro && (
          <Text component="div" c="dimmed" mt={6}>
            {intro}
          </Text>
        )}
      </Box>
      {action}
    </Group>
  );
}
