import { Box, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChartSource } from '../../features/charts/chart-source';
import { CompletenessPanel } from '../../features/completeness/completeness-panel';
import {
  type Completeness,
  completenessKey,
  completenessQuery,
  type CompletenessSort,
  readCompleteness,
} from '../../features/completeness/queries';
import { monthsUntil } from '../../features/completeness/rate';
import { useSelection } from '../../features/completeness/use-selection';
import { choiceOf } from '../../features/institutions/catalogue';
import { CopyLinkButton } from '../../features/overview/copy-link-button';
import { DownloadMenu } from '../../features/overview/download-menu';
import { useFilterWords, useOverviewFilter, usePlaceName } from '../../features/overview/overview-filter';
import { NoHouses } from '../../features/overview/no-houses';
import { OverviewFilters } from '../../features/overview/overview-filters';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { formatInstant, formatSchoolYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { PagedView, usePages } from '../../ui/paged';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.completeness;
const SORT = 'sortierung';

/** Which weeks are entered, house by house and month by month; and whom to remind. */
export function CompletenessPage() {
  const filter = useOverviewFilter();
  const sort = useSort();
  const sums = useQuery(completenessQuery(filter));
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={words.intro}
        action={
          <Group gap="sm" className="no-print">
            <CopyLinkButton />
            <DownloadMenu
              of="completeness"
              filter={{ ...filter, sort: sort === 'name' ? undefined : sort }}
            />
          </Group>
        }
      />
      <OverviewFilters />
      <QueryView query={sums}>
        {(shown) => (
          <Box opacity={sums.isPlaceholderData ? 0.5 : 1} aria-busy={sums.isPlaceholderData}>
            <Content sums={shown} />
          </Box>
        )}
      </QueryView>
    </div>
  );
}

function useSort(): CompletenessSort {
  return choiceOf<CompletenessSort>(words.sorts, useAddress().get(SORT)) ?? 'name';
}

function Content({ sums }: { sums: Completeness }) {
  const filter = useOverviewFilter();
  const place = texts.overview.intro(usePlaceName(), formatSchoolYear(filter.schoolYear));
  const houses = sums.houses === 1 ? words.oneHouse : words.houses(String(sums.houses));
  const asOf = texts.overview.asOf(formatInstant(sums.dataAt));
  const about = [place, ...useFilterWords(filter), houses, asOf].join(' · ');
  if (sums.houses === 0)
    return (
      <NoHouses title={words.emptyTitle} way={{ label: words.emptyWay, path: '/einrichtungen' }}>
        {words.emptyText}
      </NoHouses>
    );
  return (
    <ChartSource value={about}>
      <Stack gap="md">
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {about}
          </Text>
        </Group>
        <Houses sums={sums} />
      </Stack>
    </ChartSource>
  );
}

function Houses({ sums }: { sums: Completeness }) {
  const address = useAddress();
  const filter = useOverviewFilter();
  const sort = useSort();
  const pages = usePages([...completenessKey, filter, sort], (cursor) =>
    readCompleteness(filter, sort, cursor),
  );
  const session = useSession();
  const selection = useSelection();
  const mayRemind = hasRole(session, 'coordinator') && filter.schoolYear === session.schoolYear;
  return (
    <PagedView query={pages} empty={<Empty title={words.emptyTitle}>{words.emptyText}</Empty>}>
      {(rows) => (
        <CompletenessPanel
          {...{ sums, rows, sort }}
          months={monthsUntil(sums.period.schoolYear, sums.period.asOf)}
          onSort={(next) => address.set({ [SORT]: next === 'name' ? null : next }, { replace: true })}
          selection={mayRemind ? selection : null}
        />
      )}
    </PagedView>
  );
}
