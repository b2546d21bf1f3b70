import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { NormSet } from '../../api/types';
import { VersionBadges } from '../../features/norms/norm-facts';
import { normSetsQuery } from '../../features/norms/queries';
import { ScoreRunsPanel } from '../../features/norms/score-runs-panel';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.norms;

/** What results are compared with. */
export function NormSetsPage() {
  const keeps = hasRole(useSession(), 'administrator');
  const sets = useQuery(normSetsQuery);
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={words.intro}
        action={
          <Group gap="sm">
            <Button component={Link} href="/testbatterien" variant="default">
              {words.toBatteries}
            </Button>
            <Button component={Link} href="/normrechner" variant="default">
              {texts.batteries.toCalculator}
            </Button>
            {keeps && (
              <Button
                component={Link}
                href="/normtabellen/import"
                leftSection={<IconFileUpload size={18} aria-hidden />}
              >
                {words.import}
              </Button>
            )}
          </Group>
        }
      />
      <QueryView query={sets}>
        {(all) => (
          <Stack gap="md">
            {all.length === 0 && <Empty title={words.emptyTitle} />}
            <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
              {all.map((set) => (
                <Card key={set.id} set={set} />
              ))}
            </Stack>
            {keeps && <ScoreRunsPanel />}
          </Stack>
        )}
      </QueryView>
    </div>
  );
}

function Card({ set }: { set: NormSet }) {
  return (
    <Paper component="li" withBorder radius="lg" p="md">
      <Group justify="space-between" gap="xs" mb={4}>
        <Anchor component={Link} href={`/normtabellen/${set.id}`} fw={600}>
          {set.title}
        </Anchor>
        <Group gap="xs">
          <VersionBadges {...set} />
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb={8}>
        {[set.population, ...(set.years ? [set.years] : [])].join(' · ')}
      </Text>
      <Text size="sm">{words.covers(set.items.map(({ itemTitle }) => itemTitle).join(', '))}</Text>
      {set.usedBy.length > 0 && (
        <Text size="sm">
          {words.usedBy}: {set.usedBy.map(({ title }) => title).join(', ')}
        </Text>
      )}
    </Paper>
  );
}
