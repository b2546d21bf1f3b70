import { Stack, Text, Title } from '@mantine/core';
import type { Activity, FocusArea } from '../../api/types';
import { texts } from '../../texts/de';
import { formatDate, formatMinutes, formatWeekday } from '../../ui/format';
import { ActivityCard, RemovedCard } from './activity-card';
import classes from './activity-card.module.css';
import { byDay, sumOfMinutes } from './by-day';
import type { useRemoval } from './use-removal';

const words = texts.activities.mine;

interface WeekListProps {
  activities: readonly Activity[];
  focusAreas: readonly FocusArea[];
  returnTo: string;
  withAuthor?: boolean;
  removal: ReturnType<typeof useRemoval>;
}

/** The entries of a week by day, with their sum. */
export function WeekList({ activities, focusAreas, returnTo, withAuthor = false, removal }: WeekListProps) {
  const removedIds = new Set(removal.removed.map(({ id }) => id));
  const present = activities.filter(({ id }) => !removedIds.has(id));
  return (
    <Stack gap="lg">
      <Text className="numbers" fw={600}>
        {words.sum(formatMinutes(sumOfMinutes(present)), words.count(present.length))}
      </Text>
      {byDay([...present, ...removal.removed]).map(({ date, activities: entries }) => (
        <section key={date}>
          <Title order={3} fz="md" mb="xs">
            {`${formatWeekday(date)}, ${formatDate(date)}`}
          </Title>
          <ul className={classes.list}>
            {entries.map((activity) =>
              removedIds.has(activity.id) ? (
                <RemovedCard
                  key={activity.id}
                  activity={activity}
                  focusAreas={focusAreas}
                  onRestore={() => removal.restore(activity)}
                />
              ) : (
                <ActivityCard
                  key={activity.id}
                  activity={activity}
                  focusAreas={focusAreas}
                  returnTo={returnTo}
                  withAuthor={withAuthor}
                  onRemove={() => removal.remove(activity)}
                />
              ),
            )}
          </ul>
        </section>
      ))}
    </Stack>
  );
}
