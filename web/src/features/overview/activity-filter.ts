import { useAddress } from '../../ui/use-address';
import { type OverviewFilter, useOverviewFilter } from './overview-filter';

export const focusParam = 'schwerpunkt';
export const fromParam = 'von';
export const toParam = 'bis';
export const institutionParam = 'einrichtung';

export interface ActivityFilter extends Omit<OverviewFilter, 'schoolYear'> {
  schoolYear: number;
  focusArea?: string | undefined;
  institutionId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** What the list of activities shows, as the address has it; the dates narrow the school year or leave it. */
export function useActivityFilter(): ActivityFilter {
  const { get } = useAddress();
  const filter = useOverviewFilter();
  return {
    ...filter,
    focusArea: get(focusParam) ?? undefined,
    institutionId: get(institutionParam) ?? undefined,
    from: get(fromParam) ?? undefined,
    to: get(toParam) ?? undefined,
  };
}
