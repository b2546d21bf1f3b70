import { Box, Button } from '@mantine/core';
import { IconCirclePlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { WeekView } from '../features/activities/week-view';
import { DownloadMenu } from '../features/overview/download-menu';
import { texts } from '../texts/de';
import { PageHeader } from '../ui/page-header';
import { Empty } from '../ui/states';

const words = texts.activities.mine;

/** The own entries, week by week. */
export function MyActivitiesPage() {
  return (
    <Box maw={720}>
      <PageHeader
        title={words.title}

        action={<DownloadMenu of="activities" label={words.file} filter={{ mine: true }} />}
      />
      <WeekView
        filter={{ mine: true }}
        empty={
          <Empty
            title={words.emptyTitle}
            action={
              <Button
                component={Link}
                href="/eintragen"
                leftSection={<IconCirclePlus size={20} aria-hidden />}
              >
                {texts.activities.add.title}
              </Button>
            }
          >
            {words.emptyText}
          </Empty>
        }
      />
    </Box>
  );
}
