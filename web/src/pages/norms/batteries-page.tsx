import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { TestBattery } from '../../api/types';
import { VersionBadges } from '../../features/norms/norm-facts';
import { batteryWords } from '../../features/norms/protocol-words';
import { batteriesQuery } from '../../features/norms/queries';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.batteries;

/** What there is to test with, for whoever prepares a test day. */
export function BatteriesPage() {
  const batteries = useQuery(batteriesQuery);
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={words.intro}
        action={
          <Group gap="sm">
            <Button component={Link} href="/normtabellen" variant="default">
              {words.toNorms}
            </Button>
            <Button component={Link} href="/normrechner" variant="default">
              {words.toCalculator}
            </Button>
          </Group>
        }
      />
      <QueryView query={batteries}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={words.emptyTitle} />
          ) : (
            <Stack gap="xl">
              <Batteries title={words.offered} batteries={all.filter(({ current }) => current)} />
              <Batteries title={words.former} batteries={all.filter(({ current }) => !current)} />
            </Stack>
          )
        }
      </QueryView>
    </div>
  );
}

function Batteries({ title, batteries }: { title: string; batteries: readonly TestBattery[] }) {
  if (batteries.length === 0) return null;
  return (
    <section aria-label={title}>
      <Title order={2} fz="lg" mb="sm">
        {title}
      </Title>
      <SimpleGrid
        component="ul"
        cols={{ base: 1, sm: 2 }}
        spacing="md"
        m={0}
        p={0}
        style={{ listStyle: 'none' }}
      >
        {batteries.map((battery) => (
          <Card key={battery.id} battery={battery} />
        ))}
      </SimpleGrid>
    </section>
  );
}

function Card({ battery }: { battery: TestBattery }) {
  return (
    <Paper component="li" withBorder radius="lg" p="md">
      <Group justify="space-between" gap="xs" mb={4}>
        <Anchor component={Link} href={`/testbatterien/${battery.id}`} fw={600}>
          {battery.title}
        </Anchor>
        <Group gap="xs">
          <VersionBadges {...battery} />
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb={8} className="numbers">
        {batteryWords(battery)}
      </Text>
      <Text size="sm" mb={8}>
        {battery.description}
      </Text>
      <Text size="sm">{battery.items.map(({ protocol }) => protocol.itemTitle).join(', ')}</Text>
    </Paper>
  );
}
