import { Stack, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Activity } from '../../api/types';
import { useOutbox } from '../../outbox/use-outbox';
import { texts } from '../../texts/de';
import { QueryView } from '../../ui/query-view';
import { WaitingCard } from './activity-card';
import classes from './activity-card.module.css';
import { focusAreasQuery, type WeekFilter, weekQuery } from './queries';
import { useRemoval } from './use-removal';
import { useWeek } from './use-week';
import { notYetStored, shownOf } from './waiting-activities';
import { WeekList } from './week-list';
import { WeekNavigation } from './week-navigation';

interface WeekViewProps {
  filter: Omit<WeekFilter, 'from' | 'to'>;
  withAuthor?: boolean;
  /** Further filters above the list, made from what the week holds. */
  filters?: (activities: readonly Activity[]) => ReactNode;
  /** Whether an entry passes those filters. */
  shows?: (activity: Activity) => boolean;
  empty: ReactNode;
}

/** A week of entries with its navigation. Each week is a list of its own, so that taking back stays possible only there. */
export function WeekView({ filter, withAuthor, filters, shows = () => true, empty }: WeekViewProps) {
  const week = useWeek();
  const entries = useQuery({
    ...weekQuery({ ...filter, from: week.monday, to: week.sunday }),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="lg">
      <WeekNavigation {...week} />
      <QueryView query={entries}>
        {(activities) => (
          <>
            {filters?.(activities)}
            {filter.mine && <NotYetStored activities={activities} />}
            <WeekEntries
              key={week.week}
              activities={activities.filter(shows)}
              withAuthor={withAuthor}
              empty={empty}
            />
          </>
        )}
      </QueryView>
    </Stack>
  );
}

/** What was noted on this device and is not on the server yet, whatever week is shown: nobody should note it twice. */
function NotYetStored({ activities }: { activities: readonly Activity[] }) {
  const entries = notYetStored(activities, useOutbox().entries);
  if (entries.length === 0) return null;
  return (
    <section>
      <Title order={3} fz="md" mb="xs">
        {texts.activities.mine.waitingTitle}
      </Title>
      <ul className={classes.list}>
        {entries.map((entry) => (
          <WaitingCard key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

interface WeekEntriesProps {
  activities: readonly Activity[];
  withAuthor: boolean | undefined;
  empty: ReactNode;
}

function WeekEntries({ activities, withAuthor, empty }: WeekEntriesProps) {
  const focusAreas = useQuery(focusAreasQuery);
  const areas = focusAreas.data ?? [];
  const removal = useRemoval(areas);
  const { entries } = useOutbox();
  const [path] = useLocation();
  const search = useSearch();
  if (activities.length === 0 && removal.removed.length === 0) return empty;
  return (
    <WeekList
      shown={shownOf(activities, entries)}
      focusAreas={areas}
      returnTo={search ? `${path}?${search}` : path}
      withAuthor={withAuthor}
      removal={removal}
    />
  );
}
