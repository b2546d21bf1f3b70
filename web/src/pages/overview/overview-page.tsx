import { Box, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChartSource } from '../../features/charts/chart-source';
import { GroupYearsLink } from '../../features/groups/group-years-link';
import { AttentionPanel } from '../../features/overview/attention/attention-panel';
import { CopyLinkButton } from '../../features/overview/copy-link-button';
import { DistrictPanel } from '../../features/overview/district-panel';
import { DownloadMenu } from '../../features/overview/download-menu';
import { FilesPanel } from '../../features/overview/files-panel';
import { FocusPanel } from '../../features/overview/focus-panel';
import { GoalCards } from '../../features/overview/goal-cards';
import { Headline } from '../../features/overview/headline';
import { useFilterWords, useOverviewFilter, usePlaceName } from '../../features/overview/overview-filter';
import { NoHouses } from '../../features/overview/no-houses';
import { OverviewFilters } from '../../features/overview/overview-filters';
import { OverviewSkeleton } from '../../features/overview/overview-skeleton';
import { type Overview, overviewQuery } from '../../features/overview/queries';
import { WeekPanel } from '../../features/overview/week-panel';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { formatInstant, formatSchoolYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';

const words = texts.overview;

/** What a coordinator opens on Monday: where the programme stands against its targets, and what to see to. */
export function OverviewPage() {
  const filter = useOverviewFilter();
  const overview = useQuery(overviewQuery(filter));
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={words.intro(usePlaceName(), formatSchoolYear(filter.schoolYear))}
        action={
          <Group gap="sm" className="no-print">
            <CopyLinkButton />
            <DownloadMenu of="institutions" filter={{ ...filter, show: 'all' }} />
          </Group>
        }
      />
      <OverviewFilters />
      <QueryView query={overview} loading={<OverviewSkeleton />}>
        {(figures) => (
          <Box opacity={overview.isPlaceholderData ? 0.5 : 1} aria-busy={overview.isPlaceholderData}>
            {figures.institutions.total === 0 ? <NoInstitutions /> : <Full overview={figures} />}
          </Box>
        )}
      </QueryView>
    </div>
  );
}

function Full({ overview }: { overview: Overview }) {
  const filter = useOverviewFilter();
  const isRunning = useSession().schoolYear === filter.schoolYear;
  const about = [...useFilterWords(filter), words.asOf(formatInstant(overview.dataAt))].join(' · ');
  const where = words.intro(usePlaceName(), formatSchoolYear(filter.schoolYear));
  return (
    <ChartSource value={`${where} · ${about}`}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {about}
        </Text>
        <Headline />
        <GoalCards overview={overview} />
        {isRunning && <AttentionPanel />}
        <WeekPanel weeks={overview.weeks} />
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <DistrictPanel districts={overview.districts} />
          <FocusPanel focusAreas={overview.focusAreas} />
        </SimpleGrid>
        <FilesPanel />
        <GroupYearsLink />
      </Stack>
    </ChartSource>
  );
}

function NoInstitutions() {
  const mayAdd = hasRole(useSession(), 'coordinator', 'administrator');
  return (
    <NoHouses title={words.empty.title}>{mayAdd ? words.empty.text : words.empty.textReadOnly}</NoHouses>
  );
}
