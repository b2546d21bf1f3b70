import { Box } from '@mantine/core';
import { cityParams } from '../../features/institutions/city-filter';
import { useOwnMunicipalities } from '../../features/institutions/reference';
import { hasRole, useSession } from '../../features/session/session';
import { TargetsPanel } from '../../features/targets/targets-panel';
import { texts } from '../../texts/de';
import { BackLink } from '../../ui/back-link';
import { AddressSelect } from '../../ui/filter-bar';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { Empty } from '../../ui/states';
import { useAddress } from '../../ui/use-address';

const words = texts.targets;

/** What the city wants to reach in a school year. */
export function TargetsPage() {
  const municipalities = useOwnMunicipalities();
  const chosen = useAddress().get(cityParams.municipality);
  const back = hasRole(useSession(), 'administrator')
    ? { href: '/verwaltung', label: texts.admin.title }
    : { href: '/einrichtungen', label: texts.institutions.list.title };
  return (
    <div>
      <BackLink href={back.href}>{back.label}</BackLink>
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
              <TargetsPanel key={municipality.id} municipality={municipality} />
            </>
          );
        }}
      </QueryView>
    </div>
  );
}
