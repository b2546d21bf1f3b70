import { useQuery } from '@tanstack/react-query';
import { texts } from '../../texts/de';
import { AddressDate, AddressSelect } from '../../ui/filter-bar';
import { focusAreasQuery } from '../activities/queries';
import { OnlyInstitution } from '../institutions/address-institution';
import { focusParam, fromParam, institutionParam, toParam } from './activity-filter';
import { OverviewFilters } from './overview-filters';

const words = texts.overview.activities;

/** What the list of activities can be narrowed by. */
export function ActivityFilters() {
  const { data: focusAreas = [] } = useQuery(focusAreasQuery);
  return (
    <>
      <OnlyInstitution
        param={institutionParam}
        label={words.onlyInstitution}
        allLabel={words.allInstitutions}
      />
      <OverviewFilters params={[focusParam, fromParam, toParam, institutionParam]}>
        <AddressSelect
          label={words.focusArea}
          param={focusParam}
          options={focusAreas.map(({ code, title }) => ({ value: code, label: title }))}
          all={words.allFocusAreas}
        />
        <AddressDate label={words.from} param={fromParam} />
        <AddressDate label={words.to} param={toParam} />
      </OverviewFilters>
    </>
  );
}
