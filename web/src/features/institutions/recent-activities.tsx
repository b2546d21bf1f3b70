import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, unwrap } from '../../api/client';
import { texts } from '../../texts/de';
import { Panel } from '../../ui/panel';
import { QueryView } from '../../ui/query-view';
import { Skeletons } from '../../ui/states';
import { ActivityTable } from '../overview/activity-table';

const words = texts.institutions.detail;

const SHOWN = 6;

interface RecentActivitiesProps {
  institutionId: string;
  /** Whether the person has a page with all of them. */
  linked: boolean;
}

/** What happened last in a house. */
export function RecentActivities({ institutionId, linked }: RecentActivitiesProps) {
  const recent = useQuery({
    queryKey: ['activities', 'recent', institutionId],
    queryFn: () => unwrap(api.GET('/api/activities', { params: { query: { institutionId, limit: SHOWN } } })),
  });
  return (
    <Panel
      title={words.recent}
      action={
        linked && (
          <Anchor component={Link} href={`/ueberblick/aktivitaeten?einrichtung=${institutionId}`} size="sm">
            {words.allActivities}
          </Anchor>
        )
      }
    >
      <QueryView query={recent} loading={<Skeletons rows={4} height={40} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{words.recentEmpty}</Text>
          ) : (
            <ActivityTable activities={items} withInstitution={false} />
          )
        }
      </QueryView>
    </Panel>
  );
}
