import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCalendarEvent, IconMapPin, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Training } from '../../api/types';
import { texts } from '../../texts/de';
import { formatDate } from '../../ui/format';
import { focusAreasQuery } from '../activities/queries';
import { RegistrationBadge, StateBadge } from './badges';
import { forWhom, formatUnits, seatWords, sessionWords } from './training-words';

const words = texts.training;

interface TrainingListProps {
  trainings: readonly Training[];
  /** They stand below a heading of their own. */
  inPanel?: boolean;
}

/** Trainings as cards: what, when, where, and how many seats are left. */
export function TrainingList({ trainings, inPanel = false }: TrainingListProps) {
  return (
    <SimpleGrid
      component="ul"
      cols={{ base: 1, md: 2 }}
      spacing="md"
      p={0}
      m={0}
      style={{ listStyle: 'none' }}
    >
      {trainings.map((training) => (
        <li key={training.id}>
          <TrainingCard training={training} order={inPanel ? 3 : 2} />
        </li>
      ))}
    </SimpleGrid>
  );
}

function TrainingCard({ training, order }: { training: Training; order: 2 | 3 }) {
  const { data: areas = [] } = useQuery(focusAreasQuery);
  const area = areas.find(({ code }) => code === training.focusArea)?.title;
  const { id, title, state, mine } = training;
  return (
    <Paper withBorder radius="lg" p="md" h="100%">
      <Stack gap={8} h="100%">
        <Group gap="xs">
          {state !== 'open' && <StateBadge state={state} />}
          {mine && <RegistrationBadge {...mine} />}
        </Group>
        <Title order={order} fz="lg" lh={1.3} style={{ overflowWrap: 'anywhere' }}>
          <Anchor component={Link} href={`/fortbildungen/${id}`} inherit>
            {title}
          </Anchor>
        </Title>
        <Text size="sm" c="dimmed">
          {[area, forWhom(training), words.units(formatUnits(training.teachingUnits))]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <WhenAndWhere training={training} />
        {state !== 'cancelled' && <SeatLine training={training} />}
      </Stack>
    </Paper>
  );
}

function WhenAndWhere({ training: { sessions, place } }: { training: Training }) {
  const [first, ...others] = sessions;
  return (
    <>
      <Line icon={<IconCalendarEvent size={18} aria-hidden />}>
        {first ? sessionWords(first) : words.noSessions}
        {others.length > 0 && ` ${words.moreSessions(others.length)}`}
      </Line>
      {place && <Line icon={<IconMapPin size={18} aria-hidden />}>{place}</Line>}
    </>
  );
}

function SeatLine({ training }: { training: Training }) {
  const { registerBy, registrationOpen } = training;
  return (
    <Line icon={<IconUsers size={18} aria-hidden />}>
      {seatWords(training)}
      {registrationOpen && registerBy && ` · ${words.registerBy(formatDate(registerBy))}`}
    </Line>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <Text component="span" c="dimmed" lh={1} mt={2}>
        {icon}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </Group>
  );
}
