import { Badge, Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CatalogueModule } from '../../api/types';
import { texts } from '../../texts/de';
import { formatMinutes } from '../../ui/format';
import { kindOf } from '../bookings/booking-words';
import { testItemsQuery, titlesOf } from './test-items';

const words = texts.modules;

/** A module as the catalogue shows it. */
export function ModuleCard({ module, children }: { module: CatalogueModule; children?: ReactNode }) {
  return (
    <Paper component="li" withBorder radius="lg" p="md">
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {module.title}
      </Text>
      <ModuleFacts module={module} />
      {module.description !== null && (
        <Text size="sm" mt={6} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {module.description}
        </Text>
      )}
      {module.itemCodes.length > 0 && <ModuleItems codes={module.itemCodes} />}
      {!module.active && (
        <Badge color="gray" variant="light" mt={8}>
          {words.retired}
        </Badge>
      )}
      {children && (
        <Group gap={4} mt={8} ml={-8} className="no-print">
          {children}
        </Group>
      )}
    </Paper>
  );
}

/** Tasks of the tests that it is good for. */
function ModuleItems({ codes }: { codes: readonly string[] }) {
  const { data: items = [] } = useQuery(testItemsQuery);
  return (
    <Text size="sm" c="dimmed" mt={6}>
      {words.itemsOf(titlesOf(codes, items).join(', '))}
    </Text>
  );
}

/** "Workshop · Für Kinder · etwa 90 Min." */
export function ModuleFacts({ module }: { module: CatalogueModule }) {
  const { usualMinutes } = module;
  const facts = [
    kindOf(module),
    ...(usualMinutes === null ? [] : [words.usual(formatMinutes(usualMinutes))]),
  ];
  return (
    <Text component="span" display="block" size="sm" c="dimmed" className="numbers">
      {facts.join(' · ')}
    </Text>
  );
}
