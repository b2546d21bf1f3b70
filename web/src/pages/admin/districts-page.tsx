import { Box } from '@mantine/core';
import { DistrictsOf } from '../../features/admin/districts-of';
import { cityParams } from '../../features/institutions/city-filter';
import { useOwnMunicipalities } from '../../features/institutions/reference';
import { texts } from '../../texts/de';
import { AddressSelect } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.admin.districts;

/** The districts that institutions are grouped and counted by. */
export function DistrictsPage() {
  const municipalities = useOwnMunicipalities();
  const chosen = useAddress().get(cityParams.municipality);
  return (
    <div>
      <PageHeader title={words.title} intro={words.intro} />
      <QueryView query={municipalities}>
        {(own) => {
          const municipality = own.find(({ id }) => id === chosen) ?? own[0];
          if (!municipality) {
            return <Empty title={words.noMunicipalityTitle}>{words.noMunicipalityText}</Empty>;
          }
          return (
            <>
              {own.length > 1 && (
                <Box maw={320} mb="md">
                  <AddressSelect
                    label={words.municipality}
                    param={cityParams.municipality}
                    options={own.map(({ id, name }) => ({ value: id, label: name }))}
                    fallback={municipality.id}
                  />
                </Box>
              )}
              <DistrictsOf key={municipality.id} municipality={municipality} />
            </>
          );
        }}
      </QueryView>
    </div>
  );
}
