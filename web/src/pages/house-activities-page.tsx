import { Anchor, Box, Stack } from '@mantine/core';
import { Link } from 'wouter';
import type { Activity } from '../api/types';
import { LedHouseSelect } from '../features/activities/led-house-select';
import { useHouse } from '../features/activities/use-house';
import { StartNotice } from '../features/groups/start-notice';
import { HeldNotice } from '../features/held-entries/held-notice';
import { DownloadMenu } from '../features/overview/download-menu';
import { WeekView } from '../features/activities/week-view';
import { texts } from '../texts/de';
import { AddressSelect, FilterBar } from '../ui/filter-bar';
import { PageHeader } from '../ui/page-header';
import { Empty } from '../ui/states';
import { useAddress } from '../ui/use-address';

const words = texts.house.entries;

/** Everything that was noted in the house, for its lead. */
export function HouseActivitiesPage() {
  const { houses, house, choose } = useHouse({ led: true });
  const address = useAddress();
  const groupId = address.get('gruppe');
  const authorId = address.get('person');
  if (!house) return null;
  return (
    <Box maw={720}>
      <PageHeader
        title={words.title}
        intro={
          <Anchor component={Link} href={`/einrichtungen/${house.id}`}>
            {house.name}
          </Anchor>
        }
        action={<DownloadMenu of="activities" label={words.file} filter={{ institutionId: house.id }} />}
      />
      <Stack gap="lg">
        <LedHouseSelect houses={houses} house={house} onChoose={choose} />
        <StartNotice house={house} />
        <HeldNotice />
        <WeekView
          filter={{ institutionId: house.id }}
          withAuthor
          filters={(activities) => <HouseFilters activities={activities} />}
          shows={(activity) =>
            (groupId === null || activity.groupId === groupId) &&
            (authorId === null || activity.authorId === authorId)
          }
          empty={
            groupId || authorId ? (
              <Empty title={words.emptyFiltered} />
            ) : (
              <Empty title={words.emptyTitle}>{words.emptyText}</Empty>
            )
          }
        />
      </Stack>
    </Box>
  );
}

/** Groups and people that occur in the week. */
function HouseFilters({ activities }: { activities: readonly Activity[] }) {
  const address = useAddress();
  const groups = distinct(
    activities.map(({ groupId, groupName }) => [groupId, groupName]),
    address.get('gruppe'),
  );
  const people = distinct(
    activities.flatMap(({ authorId, authorName }) =>
      authorId === null ? [] : [[authorId, authorName ?? words.unnamed] as const],
    ),
    address.get('person'),
  );
  return (
    <FilterBar params={['gruppe', 'person']}>
      <AddressSelect label={words.group} param="gruppe" all={words.allGroups} options={groups} />
      <AddressSelect label={words.author} param="person" all={words.everyone} options={people} />
    </FilterBar>
  );
}

/** Each once, in German order; what is chosen stays a choice in weeks where it does not occur. */
function distinct(pairs: readonly (readonly [string, string])[], chosen: string | null) {
  const labels = new Map(pairs);
  if (chosen !== null && !labels.has(chosen)) labels.set(chosen, words.notThisWeek);
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'de'));
}
