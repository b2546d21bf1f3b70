import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import {
  type CityFilter,
  cityParams,
  useChosenMunicipality,
  useCityFilter,
} from '../institutions/city-filter';
import { districtsQuery, useOwnMunicipalities } from '../institutions/reference';
import { schoolYearParam, useSchoolYear } from './school-year-select';

export type OverviewFilter = CityFilter & { schoolYear: number };

/** The filter of the overview and of every list and file behind it. */
export function useOverviewFilter(): OverviewFilter {
  return { ...useCityFilter(), schoolYear: useSchoolYear() };
}

export const mainParams = [schoolYearParam, cityParams.municipality, cityParams.district, cityParams.kind];
export const moreParams = [
  cityParams.provider,
  cityParams.familyCentre,
  cityParams.socialSituation,
  cityParams.socialIndexGroup,
];

/** Addresses of other pages about the same institutions and the same school year. */
export function useFilteredHref(): (path: string, changes?: Record<string, string | null>) => string {
  const { get } = useAddress();
  return (path, changes = {}) => {
    const params = new URLSearchParams();
    for (const name of [...mainParams, ...moreParams, ...Object.keys(changes)]) {
      const value = name in changes ? changes[name] : get(name);
      if (value) params.set(name, value);
    }
    return params.size === 0 ? path : `${path}?${params}`;
  };
}

/** The city (or "all") that a view is about, in words. */
export function usePlaceName(): string {
  const { data = [] } = useOwnMunicipalities();
  const chosen = useChosenMunicipality();
  return data.find(({ id }) => id === chosen)?.name ?? texts.overview.allMunicipalities;
}

const { terms, words, institutions } = texts;

/** The filters that are set beside the school year, in words, for headings and for paper. */
export function useFilterWords(filter: CityFilter): string[] {
  const municipalityId = useChosenMunicipality();
  const { data: districts = [] } = useQuery({
    ...districtsQuery(municipalityId ?? ''),
    enabled: municipalityId !== undefined && filter.districtId !== undefined,
  });
  const { kind, providerKind, familyCentre, socialSituation, socialIndexGroup } = filter;
  return [
    districts.find(({ id }) => id === filter.districtId)?.name,
    kind && words.kind[kind],
    providerKind && terms.providerKind[providerKind],
    familyCentre !== undefined && terms.familyCentre[`${familyCentre}`],
    socialSituation && terms.socialSituation[socialSituation],
    socialIndexGroup && institutions.filter.indexChip(terms.socialIndexGroup[socialIndexGroup]),
  ].filter((word) => typeof word === 'string');
}
