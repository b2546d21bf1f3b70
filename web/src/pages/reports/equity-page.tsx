import { Box, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChartSource } from '../../features/charts/chart-source';
import { EquityPanel } from '../../features/equity/equity-panel';
import { DIMENSIONS, FIGURES } from '../../features/equity/figures';
import { GapPanel } from '../../features/equity/gap-panel';
import { type Comparison, comparisonQuery } from '../../features/equity/queries';
import { choiceOf, optionsOf } from '../../features/institutions/catalogue';
import { CopyLinkButton } from '../../features/overview/copy-link-button';
import { DownloadMenu } from '../../features/overview/download-menu';
import { useFilterWords, useOverviewFilter, usePlaceName } from '../../features/overview/overview-filter';
import { NoHouses } from '../../features/overview/no-houses';
import { OverviewFilters } from '../../features/overview/overview-filters';
import { texts } from '../../texts/de';
import { AddressSelect } from '../../ui/filter-bar';
import { formatInstant, formatSchoolYear } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { useAddress } from '../../ui/use-address';

const words = texts.equity;
const params = { figure: 'kennzahl', dimension: 'nach' } as const;

/** Who is reached less? Groups of houses beside each other, never single ones. */
export function EquityPage() {
  const { get } = useAddress();
  const figure = choiceOf(words.figures, get(params.figure)) ?? 'institutions';
  const dimension = choiceOf(words.dimensions, get(params.dimension)) ?? 'situation';
  const filter = useOverviewFilter();
  const comparison = useQuery(comparisonQuery(filter, figure, dimension));
  return (
    <div>
      <PageHeader
        title={words.title}
        intro={words.intro}
        action={
          <Group gap="sm" className="no-print">
            <CopyLinkButton />
            <DownloadMenu
              of={`reports/${FIGURES[figure].report}`}
              filter={{ ...filter, ...DIMENSIONS[dimension] }}
            />
          </Group>
        }
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" maw={720} mb="md" className="no-print">
        <AddressSelect
          label={words.figure}
          param={params.figure}
          options={optionsOf(words.figures)}
          fallback="institutions"
        />
        <AddressSelect
          label={words.dimension}
          param={params.dimension}
          options={optionsOf(words.dimensions)}
          fallback="situation"
        />
      </SimpleGrid>
      <OverviewFilters />
      <QueryView query={comparison}>
        {(shown) => (
          <Box opacity={comparison.isPlaceholderData ? 0.5 : 1} aria-busy={comparison.isPlaceholderData}>
            <Content comparison={shown} />
          </Box>
        )}
      </QueryView>
    </div>
  );
}

function Content({ comparison }: { comparison: Comparison }) {
  const filter = useOverviewFilter();
  const asOf = texts.overview.asOf(formatInstant(comparison.dataAt));
  const place = texts.overview.intro(usePlaceName(), formatSchoolYear(filter.schoolYear));
  const about = [place, ...useFilterWords(filter), asOf].join(' · ');
  if (comparison.groups.every(({ houses }) => houses === 0)) {
    return <NoHouses title={words.emptyTitle}>{words.emptyText}</NoHouses>;
  }
  return (
    <ChartSource value={about}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {about}
        </Text>
        <GapPanel comparison={comparison} />
        <EquityPanel comparison={comparison} />
      </Stack>
    </ChartSource>
  );
}
