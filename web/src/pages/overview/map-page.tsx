import { Box, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { asProblem, Problem } from '../../api/problem';
import { ChartSource } from '../../features/charts/chart-source';
import { MapView } from '../../features/map/map-view';
import { mapQuery } from '../../features/map/queries';
import { CopyLinkButton } from '../../features/overview/copy-link-button';
import { DownloadMenu } from '../../features/overview/download-menu';
import { useFilterWords, useOverviewFilter, usePlaceName } from '../../features/overview/overview-filter';
import { NoHouses } from '../../features/overview/no-houses';
import { OverviewFilters } from '../../features/overview/overview-filters';
import { texts } from '../../texts/de';
import { formatInstant, formatSchoolYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';

const words = texts.cityMap;

/** Where the institutions of a city are, and how they stand. */
export function MapPage() {
  const filter = useOverviewFilter();
  const query = useQuery(mapQuery(filter));
  const place = [
    texts.overview.intro(usePlaceName(), formatSchoolYear(filter.schoolYear)),
    ...useFilterWords(filter),
  ].join(' · ');
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={place}
        action={
          <Group gap="sm" className="no-print">
            <CopyLinkButton />
            <DownloadMenu of="institutions" filter={{ ...filter, show: 'all' }} />
          </Group>
        }
      />
      <OverviewFilters />
      {isTooMuch(query.error) ? (
        <Empty title={words.tooManyTitle}>{asProblem(query.error).message}</Empty>
      ) : (
        <QueryView query={query}>
          {(map) => (
            <Box opacity={query.isPlaceholderData ? 0.5 : 1} aria-busy={query.isPlaceholderData}>
              {map.items.length === 0 ? (
                <NoHouses title={words.emptyTitle}>{words.emptyText}</NoHouses>
              ) : (
                <ChartSource value={`${place} · ${texts.overview.asOf(formatInstant(map.dataAt))}`}>
                  <MapView map={map} />
                </ChartSource>
              )}
            </Box>
          )}
        </QueryView>
      )}
    </div>
  );
}

/** More points than a map can show: the answer says what to choose. */
function isTooMuch(error: unknown): boolean {
  return (
    error instanceof Problem && error.status === 422 && error.errors.some(({ field }) => PLACES.has(field))
  );
}

const PLACES = new Set(['municipalityId', 'districtId']);
