import { Alert, Button, SimpleGrid, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { System } from '../../api/types';
import { ChecksPanel } from '../../features/system/checks-panel';
import { DatabasePanel, TablesPanel, VersionsPanel } from '../../features/system/facts-panels';
import { QueuesPanel } from '../../features/system/queues-panel';
import { systemQuery } from '../../features/system/system-query';
import { UpkeepPanel } from '../../features/system/upkeep-panel';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const words = texts.system;

/** How the installation is, and what to do. */
export function SystemPage() {
  const system = useQuery(systemQuery);
  const again = (
    <Button variant="default" loading={system.isFetching} onClick={() => void system.refetch()}>
      {words.again}
    </Button>
  );
  return (
    <div>
      <PageHeader title={words.title} intro={words.intro} action={again} />
      <QueryView query={system}>{(shown) => <Content system={shown} />}</QueryView>
    </div>
  );
}

function Content({ system }: { system: System }) {
  const { checks, upkeep, queues, versions, database } = system;
  return (
    <Stack gap="md">
      <Verdict system={system} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <ChecksPanel checks={checks} />
        <Stack gap="md">
          <UpkeepPanel upkeep={upkeep} />
          <DatabasePanel database={database} />
          <VersionsPanel versions={versions} />
        </Stack>
      </SimpleGrid>
      <QueuesPanel queues={queues} />
      <TablesPanel database={database} />
    </Stack>
  );
}

function Verdict({ system: { checks, upkeep, queues } }: { system: System }) {
  const states = [...checks, ...upkeep, ...queues]
    .map(({ state }) => state)
    .filter((state) => state !== 'ok');
  if (states.length === 0) {
    return (
      <Alert color="wiese" variant="light" icon={<IconCheck aria-hidden />} title={words.allWell}>
        {words.allWellText}
      </Alert>
    );
  }
  const isBad = states.includes('bad');
  const icon = isBad ? <IconAlertTriangle aria-hidden /> : <IconEye aria-hidden />;
  return (
    <Alert color={isBad ? 'red' : 'sonne'} variant="light" icon={icon} title={words.toDo(states.length)} />
  );
}
