import type { paths } from '../../api/schema';
import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import { choiceOf } from './catalogue';
import { useOwnMunicipalities } from './reference';

type InstitutionQuery = NonNullable<paths['/api/institutions']['get']['parameters']['query']>;

/** Which institutions are meant; the same in every list, figure and file. */
export type CityFilter = Pick<
  InstitutionQuery,
  | 'municipalityId'
  | 'districtId'
  | 'kind'
  | 'providerKind'
  | 'familyCentre'
  | 'socialIndexGroup'
  | 'socialSituation'
>;

/** The names of the filters in the address. */
export const cityParams = {
  municipality: 'kommune',
  district: 'bezirk',
  kind: 'art',
  provider: 'traeger',
  familyCentre: 'familienzentrum',
  socialIndexGroup: 'sozialindex',
  socialSituation: 'lage',
} as const;

const { terms, words } = texts;

/** The filter as the address has it; a value that does not exist is as good as none. */
export function useCityFilter(): CityFilter {
  const { get } = useAddress();
  const familyCentre = choiceOf(terms.familyCentre, get(cityParams.familyCentre));
  return {
    municipalityId: get(cityParams.municipality) ?? undefined,
    districtId: get(cityParams.district) ?? undefined,
    kind: choiceOf(words.kind, get(cityParams.kind)),
    providerKind: choiceOf(terms.providerKind, get(cityParams.provider)),
    familyCentre: familyCentre && familyCentre === 'true',
    socialIndexGroup: choiceOf(terms.socialIndexGroup, get(cityParams.socialIndexGroup)),
    socialSituation: choiceOf(terms.socialSituation, get(cityParams.socialSituation)),
  };
}

/** The one municipality that a view is about, undefined while it is about several. */
export function useChosenMunicipality(): string | undefined {
  const { get } = useAddress();
  const { data = [] } = useOwnMunicipalities();
  return get(cityParams.municipality) ?? (data.length === 1 ? data[0]?.id : undefined);
}
