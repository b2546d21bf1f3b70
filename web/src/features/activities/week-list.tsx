import { Stack, Text, Title } from '@mantine/core';
import type { Activity, FocusArea } from '../../api/types';
import { texts } from '../../texts/de';
import { formatDate, formatMinutes, formatWeekday } from '../../ui/format';
import { ActivityCard, RemovedCard } from './activity-card';
import classes from './activity-card.module.css';
import { byDay, sumOfMinutes } from './by-day';
import type { useRemoval } from './use-removal';
import type { Shown } from './waiting-activities';

const words = texts.activities.mine;

interface WeekListProps {
  shown: readonly Shown[];
  focusAreas: readonly FocusArea[];
  returnTo: string;
  withAuthor?: boolean;
  removal: ReturnType<typeof useRemoval>;
}

/** The entries of a week by day, with their sum; deleted ones keep their place while the list is open. */
export function WeekList({ shown, focusAreas, returnTo, withAuthor = false, removal }: WeekListProps) {
  const changed = new Set(shown.flatMap(({ activity, waiting }) => (waiting ? [activity.id] : [])));
  const gone = [
    ...shown.flatMap(({ activity, gone: isGone }) => (isGone ? [activity] : [])),
    ...removal.removed,
  ];
  const goneIds = new Set(gone.map(({ id }) => id));
  const present = shown.map(({ activity }) => activity).filter(({ id }) => !goneIds.has(id));
  return (
    <Stack gap="lg">
      <Text className="numbers" fw={600}>
        {words.sum(formatMinutes(sumOfMinutes(present)), words.count(present.length))}
      </Text>
      {byDay([...present, ...eachOnce(gone)]).map(({ date, activities: entries }) => (
        <section key={date}>
          <Title order={3} fz="md" mb="xs">
            {`${formatWeekday(date)}, ${formatDate(date)}`}
          </Title>
          <ul className={classes.list}>
            {entries.map((activity) =>
              goneIds.has(activity.id) ? (
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
                  waiting={changed.has(activity.id)}
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

/** The last word on each: for a moment one is known both as waiting and as removed. */
function eachOnce(activities: readonly Activity[]): Activity[] {
  return [...new Map(activities.map((activity) => [activity.id, activity])).values()];
}
