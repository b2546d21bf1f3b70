import { useQuery } from '@tanstack/react-query';
import type { District } from '../../api/types';
import { texts } from '../../texts/de';
import { AddressSelect } from '../../ui/filter-bar';
import { optionsOf } from './catalogue';
import { cityParams, useChosenMunicipality } from './city-filter';
import { districtsQuery, useOwnMunicipalities } from './reference';

const words = texts.institutions.filter;
const { terms } = texts;

/**
 * Where: municipality (for people with several) and district.
 * @param past with the districts that are no more, for what counts past years by them
 */
export function PlaceFilters({ past = false }: { past?: boolean }) {
  return (
    <>
      <MunicipalityFilter />
      <DistrictFilter past={past} />
    </>
  );
}

export function KindFilter() {
  return (
    <AddressSelect
      label={words.kind}
      param={cityParams.kind}
      options={optionsOf(texts.words.kind)}
      all={words.allKinds}
    />
  );
}

export function ProviderFilter() {
  return (
    <AddressSelect
      label={words.provider}
      param={cityParams.provider}
      options={optionsOf(terms.providerKind)}
      all={words.allProviders}
    />
  );
}

/** The filters about fairness of reach. */
export function FairnessFilters() {
  return (
    <>
      <AddressSelect
        label={words.familyCentre}
        param={cityParams.familyCentre}
        options={optionsOf(terms.familyCentre)}
        all={words.anyFamilyCentre}
      />
      <AddressSelect
        label={words.socialSituation}
        param={cityParams.socialSituation}
        options={optionsOf(terms.socialSituation)}
        all={words.anySocialSituation}
      />
      <AddressSelect
        label={words.socialIndexGroup}
        param={cityParams.socialIndexGroup}
        options={optionsOf(terms.socialIndexGroup)}
        all={words.anySocialIndex}
      />
    </>
  );
}

/** Only for people who work with more than one municipality. */
/** The municipality, for people with several. */
export function MunicipalityFilter() {
  const { data = [] } = useOwnMunicipalities();
  if (data.length < 2) return null;
  return (
    <AddressSelect
      label={words.municipality}
      param={cityParams.municipality}
      clears={[cityParams.district]}
      options={data.map(({ id, name }) => ({ value: id, label: name }))}
      all={words.allMunicipalities}
    />
  );
}

/** Names of districts mean something within one municipality only. */
function DistrictFilter({ past }: { past: boolean }) {
  const municipalityId = useChosenMunicipality();
  const { data = [] } = useQuery({
    ...districtsQuery(municipalityId ?? ''),
    enabled: municipalityId !== undefined,
  });
  if (municipalityId === undefined) return null;
  const isOpen = ({ archivedAt }: District): boolean => archivedAt === null;
  const former = past ? data.filter((district) => !isOpen(district)) : [];
  return (
    <AddressSelect
      label={words.district}
      param={cityParams.district}
      options={[
        ...data.filter(isOpen).map(({ id, name }) => ({ value: id, label: name })),
        ...former.map(({ id, name }) => ({ value: id, label: words.formerDistrict(name) })),
      ]}
      all={words.allDistricts}
    />
  );
}
