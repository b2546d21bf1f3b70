import { Anchor, Box } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { Link, useParams } from 'wouter';
import type { Activity } from '../api/types';
import { EditActivityForm } from '../features/activities/edit-activity-form';
import { activityQuery } from '../features/activities/queries';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';
import { QueryView } from '../ui/query-view';
import { Empty } from '../ui/states';
import { useReturnTo } from '../ui/use-return-to';

const words = texts.activities.edit;

/** One entry, to be changed. */
export function EditActivityPage() {
  const { id } = useParams<{ id: string }>();
  const returnTo = useReturnTo('/meine-eintraege');
  const listed = useListed(id);
  const activity = useQuery({ ...activityQuery(id), refetchOnWindowFocus: false });
  return (
    <Box maw={720}>
      <Anchor
        component={Link}
        href={returnTo}
        size="sm"
        py={8}
        display="inline-flex"
        style={{ gap: 6, alignItems: 'center' }}
      >
        <IconArrowLeft size={18} aria-hidden />
        {texts.common.back}
      </Anchor>
      <PageHeader title={words.title} intro={(activity.data ?? listed)?.institutionName} />
      <QueryView query={activity} unreachable={listed && <Edit activity={listed} returnTo={returnTo} />}>
        {(stored) => <Edit activity={stored} returnTo={returnTo} />}
      </QueryView>
    </Box>
  );
}

function Edit({ activity, returnTo }: { activity: Activity; returnTo: string }) {
  return activity.editable ? (
    <EditActivityForm activity={activity} returnTo={returnTo} />
  ) : (
    <Empty title={words.notEditable} icon={<IconLock size={30} stroke={1.6} />} />
  );
}

/** The entry as the list shows it that the person comes from: without a network there is no other. */
function useListed(id: string): Activity | undefined {
  const queries = useQueryClient();
  const lists = queries.getQueriesData<Activity[]>({ queryKey: ['activities', 'week'] });
  return lists.flatMap(([, entries]) => entries ?? []).find((entry) => entry.id === id);
}
