import { Anchor, Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowLeft, IconLock } from '@tabler/icons-react';
import { Link, useParams } from 'wouter';
import { EditActivityForm } from '../features/activities/edit-activity-form';
import { activityQuery } from '../features/activities/queries';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';
import { QueryView } from '../ui/query-view';
import { Empty } from '../ui/states';
import { useAddress } from '../ui/use-address';

const words = texts.activities.edit;

/** One entry, to be changed. */
export function EditActivityPage() {
  const { id } = useParams<{ id: string }>();
  const returnTo = useReturnTo();
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
      <PageHeader title={words.title} intro={activity.data?.institutionName} />
      <QueryView query={activity}>
        {(stored) =>
          stored.editable ? (
            <EditActivityForm activity={stored} returnTo={returnTo} />
          ) : (
            <Empty title={words.notEditable} icon={<IconLock size={30} stroke={1.6} />} />
          )
        }
      </QueryView>
    </Box>
  );
}

/** The list that the person came from; only a path of this application, whatever the address says. */
function useReturnTo(): string {
  const wanted = useAddress().get('zurueck') ?? '';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/meine-eintraege';
}
