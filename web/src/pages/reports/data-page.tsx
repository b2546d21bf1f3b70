import { Stack, Text } from '@mantine/core';
import { FilePanel } from '../../features/data-files/file-panel';
import { DATA_FILES, type SectionCode } from '../../features/data-files/files';
import { PackagePanel } from '../../features/data-files/package-panel';
import { ALL_YEARS, groupByParam, useDataFilter } from '../../features/data-files/use-data-filter';
import { optionsOf } from '../../features/institutions/catalogue';
import { cityParams } from '../../features/institutions/city-filter';
import { MunicipalityFilter } from '../../features/institutions/city-filters';
import { SchoolYearSelect, schoolYearParam } from '../../features/overview/school-year-select';
import { hasRole, useSession } from '../../features/session/session';
import { texts } from '../../texts/de';
import { AddressSelect, FilterBar } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';

const words = texts.dataFiles;

/** Every list and figure as a file, all of them in one archive, and what their columns mean. */
export function DataPage() {
  const filter = useDataFilter();
  return (
    <div>
      <PageHeader title={words.title} intro={words.intro} />
      <Filters />
      <Stack gap="md">
        {filter.schoolYear === undefined && (
          <Text size="sm" c="dimmed">
            {words.allYearsNote}
          </Text>
        )}
        <PackagePanel filter={filter} />
        <Text size="sm" c="dimmed">
          {words.typesNote}
        </Text>
        {(Object.keys(DATA_FILES) as SectionCode[]).map((section) => (
          <FilePanel key={section} section={section} filter={filter} />
        ))}
      </Stack>
    </div>
  );
}

function Filters() {
  const answersForCities = hasRole(useSession(), 'coordinator', 'programme_lead');
  return (
    <FilterBar params={[cityParams.municipality, schoolYearParam, groupByParam]}>
      <MunicipalityFilter />
      <SchoolYearSelect withNext more={[{ value: ALL_YEARS, label: words.allYears }]} />
      {answersForCities && (
        <AddressSelect
          label={words.groupBy}
          param={groupByParam}
          options={optionsOf(words.dimensions)}
          all={words.notDivided}
        />
      )}
    </FilterBar>
  );
}
