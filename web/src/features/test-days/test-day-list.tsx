import { Anchor, Badge, Group, Paper, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'wouter';
import { texts } from '../../texts/de';
import { formatWeekday } from '../../ui/format';
import type { TestDay } from './queries';
import { dayTitle } from './waves';

const words = texts.testDays;

interface TestDayListProps {
  days: readonly TestDay[];
  /** Names the house on each card. */
  withHouse: boolean;
}

/** Test days as cards: when, who, with what, and how far. */
export function TestDayList({ days, withHouse }: TestDayListProps) {
  return (
    <SimpleGrid component="ul" cols={{ base: 1, md: 2 }} p={0} m={0} style={{ listStyle: 'none' }}>
      {days.map((day) => (
        <li key={day.id}>
          <TestDayCard day={day} withHouse={withHouse} />
        </li>
      ))}
    </SimpleGrid>
  );
}

function TestDayCard({ day, withHouse }: { day: TestDay; withHouse: boolean }) {
  const groups = day.groups.map(({ name }) => name).join(', ');
  return (
    <Paper withBorder radius="lg" p="md" h="100%">
      <Stack gap={8}>
        <Title order={3} fz="lg" lh={1.3}>
          <Anchor component={Link} href={`/testtage/${day.id}`} inherit>
            {dayTitle(day)}
          </Anchor>
        </Title>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[formatWeekday(day.heldOn), ...(withHouse ? [day.institutionName] : []), groups].join(' · ')}
        </Text>
        <Text size="sm">{day.batteryTitle}</Text>
        {day.needsRelease && (
          <Group>
            <Badge
              variant="light"
              size="lg"
              tt="none"
              color="sonne"
              leftSection={<IconLock size={16} aria-hidden />}
            >
              {words.needsRelease}
            </Badge>
          </Group>
        )}
        <DayProgress day={day} />
      </Stack>
    </Paper>
  );
}

/** How many children are through; the words say it, the bar shows it. */
export function DayProgress({ day: { complete, children } }: { day: TestDay }) {
  if (children === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.noChildren}
      </Text>
    );
  return (
    <div>
      <Text size="sm">{words.progress(complete, children)}</Text>
      <Progress value={(100 * complete) / children} size="sm" mt={4} aria-hidden />
    </div>
  );
}
