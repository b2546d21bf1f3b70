import { texts } from '../../texts/de';
import { useAddress } from '../../ui/use-address';
import { choiceOf } from '../institutions/catalogue';
import { cityParams } from '../institutions/city-filter';
import { schoolYearParam, useSchoolYear } from '../overview/school-year-select';

export const groupByParam = 'nach';
export const ALL_YEARS = 'alle';

/** What the files shall be about, as the address has it; without a municipality all, without a year all years. */
export function useDataFilter() {
  const { get } = useAddress();
  const schoolYear = useSchoolYear();
  return {
    municipalityId: get(cityParams.municipality) ?? undefined,
    schoolYear: get(schoolYearParam) === ALL_YEARS ? undefined : schoolYear,
    groupBy: choiceOf(texts.dataFiles.dimensions, get(groupByParam)),
  };
}

export type DataFilter = ReturnType<typeof useDataFilter>;
