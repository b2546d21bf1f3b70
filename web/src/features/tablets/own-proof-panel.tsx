import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { OwnBadge } from './own-badge';
import { OwnPin } from './own-pin';
import { ownProofQuery } from './queries';

const words = texts.tabletProofs;

/** By what the person unlocks the shared tablet of the house. */
export function OwnProofPanel() {
  const proof = useQuery(ownProofQuery);
  return (
    <Panel title={words.title}>
      <Text c="dimmed" mb="md">
        {words.intro}
      </Text>
      <QueryView query={proof}>
        {(shown) => (
          <Stack gap="xl">
            <Part title={words.pin.title}>
              <OwnPin proof={shown} />
            </Part>
            <Part title={words.badge.title}>
              <OwnBadge proof={shown} />
            </Part>
          </Stack>
        )}
      </QueryView>
    </Panel>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm">
      <Title order={3} fz="md">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
