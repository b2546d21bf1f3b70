import { FilterBar } from '../../ui/filter-bar';
import { FairnessFilters, KindFilter, PlaceFilters, ProviderFilter } from '../institutions/city-filters';
import { mainParams, moreParams } from './overview-filter';
import { SchoolYearSelect } from './school-year-select';

interface OverviewFiltersProps {
  /** Filters that only this page has, with their parameters. */
  params?: readonly string[];
  children?: React.ReactNode;
}

/** School year and city filter; the same for the overview and what lies behind it, where the page's own filters come first. */
export function OverviewFilters({ params = [], children }: OverviewFiltersProps) {
  return (
    <FilterBar
      params={[...params, ...mainParams]}
      more={{
        params: moreParams,
        filters: (
          <>
            {children && <ProviderFilter />}
            <FairnessFilters />
          </>
        ),
      }}
    >
      {children}
      <SchoolYearSelect />
      <PlaceFilters past />
      <KindFilter />
      {!children && <ProviderFilter />}
    </FilterBar>
  );
}
