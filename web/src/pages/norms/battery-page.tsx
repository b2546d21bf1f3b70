import { Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { TestBattery } from '../../api/types';
import { NormChoicePanel } from '../../features/norms/norm-choice-panel';
import { VersionBadges } from '../../features/norms/norm-facts';
import { batteryWords, materialOf } from '../../features/norms/protocol-words';
import { batteryQuery } from '../../features/norms/queries';
import { ScoreRunsPanel } from '../../features/norms/score-runs-panel';
import { TaskPanel } from '../../features/norms/task-panel';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { PageHeader } from '../../ui/page-header';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';

const words = texts.batteries;

/** A battery as somebody needs it who prepares a test day; for administrators also by which norms it is scored. */
export function BatteryPage() {
  const { id = '' } = useParams();
  const battery = useQuery(batteryQuery(id));
  return (
    <div>
      <BackLink href="/testbatterien">{words.back}</BackLink>
      <QueryView query={battery}>{(shown) => <Shown key={shown.id} battery={shown} />}</QueryView>
    </div>
  );
}

function Shown({ battery }: { battery: TestBattery }) {
  const keeps = hasRole(useSession(), 'administrator');
  const material = materialOf(battery);
  return (
    <Stack gap="md" maw={1040}>
      <PageHeader
        title={battery.title}
        intro={
          <Stack gap={6}>
            <Text>{battery.description}</Text>
            <Text size="sm" className="numbers">
              {batteryWords(battery)}
            </Text>
            <Group gap="xs">
              <VersionBadges {...battery} />
            </Group>
          </Stack>
        }
      />
      {material.length > 0 && (
        <Panel title={words.toPrepare}>
          <Text mb="xs">{words.toPrepareText}</Text>
          <List spacing={4}>
            {material.map((thing) => (
              <List.Item key={thing}>{thing}</List.Item>
            ))}
          </List>
        </Panel>
      )}
      {battery.items.map((item) => (
        <TaskPanel key={item.protocol.id} item={item} />
      ))}
      {keeps && battery.items.some(({ protocol }) => protocol.better !== null) && (
        <>
          <NormChoicePanel key={normsOf(battery)} battery={battery} />
          <ScoreRunsPanel />
        </>
      )}
      <Text size="sm" c="dimmed">
        {words.source}: {battery.source}
      </Text>
    </Stack>
  );
}

/** Changes when the stored choice does, so that the form begins anew. */
function normsOf({ items }: TestBattery): string {
  return items.map(({ norm }) => norm?.normSetId ?? '').join();
}
