import { ActionIcon, Button, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { texts } from '../../texts/de';
import { formatDate, formatDayMonth } from '../../ui/format';
import { weekNumber } from '../../ui/iso-week';
import type { Week } from './use-week';

const words = texts.activities.mine;

/** One week back, one on, and back to today. */
export function WeekNavigation({ week, monday, sunday, isCurrent, move, toCurrent }: Week) {
  return (
    <Group gap="sm" wrap="nowrap">
      <ActionIcon
        variant="default"
        size={48}
        radius="lg"
        aria-label={words.previousWeek}
        onClick={() => move(-1)}
      >
        <IconChevronLeft size={24} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={48}
        radius="lg"
        aria-label={words.nextWeek}
        disabled={isCurrent}
        onClick={() => move(1)}
      >
        <IconChevronRight size={24} aria-hidden />
      </ActionIcon>
      <div aria-live="polite">
        <Title order={2} fz="lg" lh={1.2}>
          {words.week(weekNumber(week))}
        </Title>
        <Text size="sm" c="dimmed" className="numbers">
          {words.weekRange(formatDayMonth(monday), formatDate(sunday))}
        </Text>
      </div>
      {!isCurrent && (
        <Button variant="subtle" px="xs" onClick={toCurrent}>
          {words.thisWeek}
        </Button>
      )}
    </Group>
  );
}
