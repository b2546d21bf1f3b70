import { Group } from '@mantine/core';
import { api, unwrap } from '../../api/client';
import { useActivityFilter } from '../../features/overview/activity-filter';
import { ActivityFilters } from '../../features/overview/activity-filters';
import { ActivityTable } from '../../features/overview/activity-table';
import { CopyLinkButton } from '../../features/overview/copy-link-button';
import { DownloadMenu } from '../../features/overview/download-menu';
import { texts } from '../../texts/de';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { Empty } from '../../ui/states';

const words = texts.overview.activities;

/** What was noted in all the houses that the person may see, newest first. */
export function ActivitiesPage() {
  const filter = useActivityFilter();
  const pages = usePages(['activities', 'city', filter], (cursor) =>
    unwrap(api.GET('/api/activities', { params: { query: { ...filter, cursor } } })),
  );
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={words.intro}
        action={
          <Group gap="sm" className="no-print">
            <CopyLinkButton />
            <DownloadMenu of="activities" filter={{ ...filter }} />
          </Group>
        }
      />
      <ActivityFilters />
      <PagedView query={pages} empty={<Empty title={words.emptyTitle}>{words.emptyText}</Empty>}>
        {(activities) => <ActivityTable activities={activities} />}
      </PagedView>
    </div>
  );
}
